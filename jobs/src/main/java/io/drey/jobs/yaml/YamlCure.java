// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses what a syntax error of YAML is about: an expression or a reference without quotes. */
final class YamlCure {
  /** A key, and the value after it up to the end of the line. */
  private static final Pattern VALUE = Pattern.compile("(?:^|[\\s{,\\[])([\\w-]+):\\s+(\\S.*)");

  private static final Pattern EXPRESSION =
      Pattern.compile("event\\b|state\\b|[=!<>]=|[<>]|&&|\\|\\||[?]|\\w\\(");

  private static final Pattern SPECIAL = Pattern.compile("[%@`*&!].*");

  private final List<String> lines;

  YamlCure(List<String> lines) {
    this.lines = lines;
  }

  /**
   * The cure, in parentheses; empty if there is none.
   *
   * @param at where the error is
   * @param opened where the list or mapping begins that the error is in; null if unknown
   */
  String of(Position at, @Nullable Position opened) {
    String quotes = quotes(at);
    if (!quotes.isEmpty()) {
      return " (put " + quotes + ": \"…\")";
    }
    boolean isOpen = opened != null && opened.line() < at.line() && isBracket(opened);
    return isOpen ? " (is the bracket at " + opened + " closed?)" : "";
  }

  private boolean isBracket(Position at) {
    String line = line(at);
    int index = at.column() - 1;
    return index < line.length() && "{[".indexOf(line.charAt(index)) >= 0;
  }

  private String line(Position at) {
    return at.line() <= lines.size() ? lines.get(at.line() - 1) : "";
  }

  /** What to put in quotes: the innermost value before the error. */
  private String quotes(Position at) {
    String line = line(at);
    Matcher value = VALUE.matcher(line);
    String found = "";
    for (int from = 0; value.find(from) && value.start(2) < at.column(); from = value.start(2)) {
      found = what(value.group(1), value.group(2));
    }
    return found;
  }

  private static String what(String key, String value) {
    boolean isReference = value.startsWith("${");
    if (!isReference && EXPRESSION.matcher(value).find()) {
      return "the expression in quotes: " + key;
    }
    return isReference || SPECIAL.matcher(value).matches() ? "the value in quotes: " + key : "";
  }
}
