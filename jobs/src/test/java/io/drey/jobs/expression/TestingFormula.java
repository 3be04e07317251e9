// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.jobs.expression.syntax.ExpressionException;

/** A text in which a {@code ^} is a mistake. */
public record TestingFormula(String text) {
  public static TestingFormula parse(String text) throws ExpressionException {
    int at = text.indexOf('^');
    if (at >= 0) {
      String before = text.substring(0, at);
      int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
      throw new ExpressionException("Unexpected '^'", line, at - before.lastIndexOf('\n'));
    }
    return new TestingFormula(text);
  }
}
