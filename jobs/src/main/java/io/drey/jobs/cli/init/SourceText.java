// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.format.Framing;
import io.drey.jobs.source.format.HeaderOption;
import io.drey.jobs.source.format.InputFormat;
import io.drey.jobs.text.DurationText;
import io.drey.jobs.yaml.YamlText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the options of a source that are not the defaults. */
final class SourceText {
  private static final String INDENTATION = "    ";

  private final List<String> lines;

  /**
   * @param lines to which those of the options are added
   */
  SourceText(List<String> lines) {
    this.lines = lines;
  }

  void format(FormatOptions format) {
    if (format.format() != InputFormat.JSON) {
      option("format", format.word());
    }
    optional("delimiter", format.delimiter());
    header(format.header());
    optional("comment", format.comment());
    optional("pattern", format.pattern());
    if (format.multiline() != null) {
      option("multiline", "{start: " + YamlText.scalar(format.multiline().start()) + "}");
    }
    optional("prefix", format.prefix());
    if (format.framing() == Framing.VALUES) {
      option("framing", "values");
    }
    optional("records", format.records() == null ? null : format.records().text());
    optional("encoding", format.encoding());
  }

  private void header(@Nullable HeaderOption header) {
    if (header != null) {
      String names =
          header.names().stream().map(YamlText::scalar).collect(Collectors.joining(", "));
      option("header", names.isEmpty() ? "false" : "[" + names + "]");
    }
  }

  void time(FoundTime time) {
    lines.add(INDENTATION + "time:");
    TimeOptions options = time.options();
    optional("  field", time.field().text());
    if (options.unit() != null) {
      option("  unit", options.unit().name().toLowerCase(Locale.ROOT));
    }
    optional("  format", options.format());
    optional("  zone", options.zone());
    if (options.year() != null) {
      option("  year", options.year().toString());
    }
    Duration disorder = Disorder.of(time.lateness());
    if (!disorder.isZero()) {
      option("  out-of-orderness", DurationText.of(disorder));
    }
  }

  private void optional(String key, @Nullable String value) {
    if (value != null) {
      option(key, YamlText.scalar(value));
    }
  }

  private void option(String key, String value) {
    lines.add(INDENTATION + key + ": " + value);
  }
}
