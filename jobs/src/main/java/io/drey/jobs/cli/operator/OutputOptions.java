// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.operator;

import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.sink.line.LineOptions;
import io.drey.jobs.yaml.YamlText;
import java.util.Map;
import java.util.Set;

/** What is written to standard output, and to files beside it. */
final class OutputOptions {
  private static final Set<String> FORMAT = Set.of("format");
  private static final Set<String> LINES = Set.of("fields", "template");
  private static final String OF_INPUT = "malformed";

  private final OptionGroup format;
  private final OptionGroup lines;
  private final OptionalValue<String> output;
  private final Value<Map<String, String>> also;

  OutputOptions(Options options) {
    format = OptionGroup.of(LineOptions.class, "--output-", LINES, options);
    lines = OptionGroup.of(LineOptions.class, "--", FORMAT, options);
    output =
        options.value(
            "--output",
            "NAME",
            String.class,
            "write this named output instead of the main one, such as invalid or late");
    also =
        options.pairs(
            "--also", "NAME=FILE", "write this named output to a file, which is overwritten");
  }

  /** Adds the sinks. */
  void addTo(PipelineText text, String step) {
    text.add("sinks:").add("  output:").add("    type: stdout");
    String named = output.get();
    if (named != null) {
      text.add("    from", from(named, step), "--output");
    }
    format.addTo(text, "    ");
    lines.addTo(text, "    ");
    also.get().forEach((name, file) -> addFile(text, name, file, step));
  }

  private void addFile(PipelineText text, String name, String file, String step) {
    text.add("  " + YamlText.scalar(name) + ":").add("    type: file");
    text.add("    path", YamlText.scalar(file), "--also");
    text.add("    mode: overwrite");
    text.add("    from", from(name, step), "--also");
    format.addTo(text, "    ");
  }

  private static String from(String name, String step) {
    return YamlText.scalar((name.equals(OF_INPUT) ? InputOptions.ID : step) + "." + name);
  }
}
