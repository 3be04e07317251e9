// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.operator;

import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.yaml.YamlText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is read, and how. */
public final class InputOptions {
  /** The id of the source. */
  public static final String ID = "input";

  private static final String STDIN = "-";
  private static final String PROCESSING = "processing";

  private final OptionalValue<String> time;
  private final OptionGroup timeDetails;
  private final OptionGroup format;

  /** Declares them. */
  public InputOptions(Options options) {
    time =
        options.value(
            "-t, --time",
            "FIELD",
            String.class,
            "the field that holds the event time, or processing");
    timeDetails = OptionGroup.of(TimeOptions.class, "--time-", Set.of("field", "record"), options);
    format = OptionGroup.of(FormatOptions.class, "--input-", Set.of(), options);
  }

  /** Adds the source. */
  public void addTo(PipelineText text, List<String> files) {
    text.add("sources:").add("  " + ID + ":");
    if (files.size() > 1 && files.contains(STDIN)) {
      throw new UsageException("Cannot read standard input beside files: '-' must stand alone");
    }
    if (files.isEmpty() || files.contains(STDIN)) {
      text.add("    type: stdin");
    } else {
      text.add("    type: file");
      String paths = files.stream().map(YamlText::scalar).collect(Collectors.joining(", "));
      text.add("    path", files.size() == 1 ? paths : "[" + paths + "]", "FILE");
    }
    format.addTo(text, "    ");
    addTime(text);
  }

  private void addTime(PipelineText text) {
    String field = time.get();
    boolean hasDetails = timeDetails.isAnyGiven();
    if (field == null) {
      if (hasDetails) {
        throw new UsageException("Missing --time: the field that the other --time options are of");
      }
    } else if (field.equals(PROCESSING) && !hasDetails) {
      text.add("    time", field, "--time");
    } else {
      text.add("    time:").add("      field", YamlText.scalar(field), "--time");
      timeDetails.addTo(text, "      ");
    }
  }
}
