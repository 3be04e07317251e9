// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.syntax;

/** Finds the end of an expression in a template text. */
final class TemplateExpressions {
  private TemplateExpressions() {}

  /**
   * The offset of the brace that closes it; -1 if there is none, or a closing bracket before it.
   *
   * @param from the offset behind the opening brace
   */
  static int end(String text, int from) throws ExpressionException {
    int open = 0;
    for (int at = from; at < text.length(); at = Nesting.next(text, at)) {
      switch (text.charAt(at)) {
        case '(', '[', '{' -> open++;
        case ')', ']', '}' -> open--;
        case '`' -> throw Nesting.at(text, at, "Unsupported syntax: template in a template");
        default -> {}
      }
      if (open < 0) {
        return text.charAt(at) == '}' ? at : -1;
      }
    }
    return -1;
  }
}
