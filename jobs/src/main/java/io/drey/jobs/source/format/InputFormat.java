// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  private static final Pattern NAME =
      Pattern.compile("(?i).*\\.(csv|tsv|jsonl|ndjson|json|logfmt)(\\.(gz|zst|bz2))?");

  /** The format that the name of a file says; null if it says none. */
  public static @Nullable InputFormat ofName(String file) {
    Matcher name = NAME.matcher(file);
    if (!name.matches()) {
      return null;
    }
    return switch (name.group(1).toLowerCase(Locale.ROOT)) {
      case "csv" -> CSV;
      case "tsv" -> TSV;
      case "logfmt" -> LOGFMT;
      default -> JSON;
    };
  }

  boolean isCsv() {
    return this == CSV || this == TSV;
  }
}
