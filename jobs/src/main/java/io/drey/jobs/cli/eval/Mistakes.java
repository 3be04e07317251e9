// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.eval;

import io.drey.jobs.expression.syntax.ExpressionException;
import java.util.List;

/** Shows where an expression or script is wrong. */
final class Mistakes {
  private static final String INDENT = "  ";

  private Mistakes() {}

  /** The line with the mistake, and below it a caret under its place. */
  static List<String> shown(String text, ExpressionException mistake) {
    List<String> lines = text.lines().toList();
    String line = mistake.line() <= lines.size() ? lines.get(mistake.line() - 1) : "";
    int before = Math.min(mistake.column() - 1, line.length());
    // tabs stay: below them the caret is where the line has its place
    String gap = line.substring(0, before).replaceAll("[^\t]", " ");
    return List.of(INDENT + line, INDENT + gap + '^');
  }

  /** What is wrong, and in which line if there are several. */
  static String message(String text, ExpressionException mistake) {
    String where = text.lines().count() > 1 ? "line " + mistake.line() + ": " : "";
    return where + mistake.getMessage();
  }
}
