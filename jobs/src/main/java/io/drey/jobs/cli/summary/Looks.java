// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import java.util.regex.Pattern;

/** Guesses the format of a line. */
final class Looks {
  private static final Pattern LOGFMT =
      Pattern.compile("(\\S+ +)?[\\w.-]+=(\"[^\"]*\"|\\S*)( +[\\w.-]+=.*)+");
  private static final Pattern CSV = Pattern.compile("[^,]+(,[^,]*){2,}");

  private Looks() {}

  /** The word for the format that a line is probably in. */
  static String of(String line) {
    String text = line.strip();
    if (text.startsWith("{") || text.startsWith("[")) {
      return "json";
    }
    if (LOGFMT.matcher(text).matches()) {
      return "logfmt";
    }
    return CSV.matcher(text).matches() && !text.contains(", ") ? "csv" : "text";
  }
}
