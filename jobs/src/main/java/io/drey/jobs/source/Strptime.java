// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import static java.util.Map.entry;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Translates time formats of C, Python and shells ({@code %Y-%m-%d}), to suggest our own. */
final class Strptime {
  private static final Pattern DIRECTIVE = Pattern.compile("%[-_0^#]?([A-Za-z%])|[A-Za-z']+");

  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          entry("A", "EEEE"),
          entry("B", "MMMM"),
          entry("D", "MM/dd/yy"),
          entry("F", "yyyy-MM-dd"),
          entry("H", "HH"),
          entry("I", "hh"),
          entry("L", "SSS"),
          entry("M", "mm"),
          entry("N", "SSSSSSSSS"),
          entry("R", "HH:mm"),
          entry("S", "ss"),
          entry("T", "HH:mm:ss"),
          entry("Y", "yyyy"),
          entry("Z", "z"),
          entry("a", "EEE"),
          entry("b", "MMM"),
          entry("d", "dd"),
          entry("e", "d"),
          entry("f", "SSSSSS"),
          entry("h", "MMM"),
          entry("j", "DDD"),
          entry("m", "MM"),
          entry("p", "a"),
          entry("y", "yy"),
          entry("z", "Z"),
          entry("%", "'%'"));

  private Strptime() {}

  /** Whether a format has such directives; {@code %} has no meaning in ours. */
  static boolean isLike(String format) {
    return Pattern.compile("%[-_0^#]?[A-Za-z]").matcher(format).find();
  }

  /** The format in letters. */
  static String inLetters(String format) {
    return DIRECTIVE.matcher(format).replaceAll(Strptime::letters);
  }

  private static String letters(MatchResult found) {
    String directive = found.group(1);
    if (directive != null) {
      return LETTERS.getOrDefault(directive, directive);
    }
    return "'" + found.group().replace("'", "''") + "'";
  }
}
