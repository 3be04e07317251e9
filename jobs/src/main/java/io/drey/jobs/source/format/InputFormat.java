// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

/** The format of the records of a source. */
public enum InputFormat {
  /** One JSON object a line. */
  JSON,
  /** {@code a=1 b="x y" c}: a word without a value is true, a quoted value is always a string. */
  LOGFMT,
  /** Comma-separated values below a header line, as in RFC 4180. */
  CSV,
  /** The same, separated by tabs. */
  TSV,
  /** Any text, as the field {@code line}. */
  TEXT;

  boolean isCsv() {
    return this == CSV || this == TSV;
  }
}
