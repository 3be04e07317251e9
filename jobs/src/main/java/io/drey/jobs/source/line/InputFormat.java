// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import java.util.Locale;

/** The format of the lines of a source. */
public enum InputFormat {
  /** One JSON object a line. */
  JSON,
  /** {@code a=1 b="x y" c}: a word without a value is true, a quoted value is always a string. */
  LOGFMT,
  /**
   * The first line names the fields. Values are quoted as in RFC 4180, but a record is one line: a
   * line break inside quotes is malformed.
   */
  CSV,
  /** Any text, as the field {@code line}. */
  TEXT;

  /** The word for it in a pipeline file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A parser for one file or stream, from its start. */
  public LineParser parser() {
    return switch (this) {
      case JSON -> new JsonLines();
      case LOGFMT -> new LogfmtLines();
      case CSV -> new CsvLines();
      case TEXT -> new TextLines();
    };
  }
}
