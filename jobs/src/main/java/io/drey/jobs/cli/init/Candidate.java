// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.format.Framing;
import io.drey.jobs.source.format.HeaderOption;
import io.drey.jobs.source.format.InputFormat;
import io.drey.jobs.source.format.MultilineOptions;
import io.drey.operators.event.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A format that a log may be in.
 *
 * @param name what a user calls it
 */
record Candidate(String name, FormatOptions format) {
  static Candidate of(String name, InputFormat format) {
    return new Candidate(name, FormatOptions.of(format));
  }

  /** Text that a preset or a regular expression reads. */
  static Candidate text(String name, String pattern) {
    return new Candidate(name, FormatOptions.text(pattern));
  }

  /** The same, of records that begin with a line in which a pattern is found. */
  static Candidate multiline(String name, String pattern, String start) {
    return new Candidate(
        name,
        new FormatOptions(
            InputFormat.TEXT,
            null,
            null,
            pattern,
            null,
            new MultilineOptions(start),
            Framing.LINES,
            null,
            null,
            null,
            null));
  }

  /** JSON behind something else. */
  static Candidate prefixed(String prefix) {
    return new Candidate(
        "JSON behind a prefix",
        new FormatOptions(
            InputFormat.JSON,
            null,
            null,
            null,
            prefix,
            null,
            Framing.LINES,
            null,
            null,
            null,
            null));
  }

  /** JSON that is not one object a line. */
  static Candidate json(String name, Framing framing, @Nullable FieldPath records) {
    return new Candidate(
        name,
        new FormatOptions(
            InputFormat.JSON, null, null, null, null, null, framing, records, null, null, null));
  }

  /** Values between delimiters. */
  static Candidate values(
      String name, String delimiter, @Nullable List<String> header, @Nullable String comment) {
    boolean isTab = delimiter.equals("\t");
    return new Candidate(
        name,
        new FormatOptions(
            isTab ? InputFormat.TSV : InputFormat.CSV,
            isTab || delimiter.equals(",") ? null : delimiter,
            header == null ? null : new HeaderOption(header),
            null,
            null,
            null,
            Framing.LINES,
            null,
            null,
            null,
            comment));
  }

  /** The same in another encoding. */
  Candidate in(@Nullable String encoding) {
    return encoding == null
        ? this
        : new Candidate(
            name,
            new FormatOptions(
                format.format(),
                format.delimiter(),
                format.header(),
                format.pattern(),
                format.prefix(),
                format.multiline(),
                format.framing(),
                format.records(),
                format.keep(),
                encoding,
                format.comment()));
  }
}
