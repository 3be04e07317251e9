// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.syntax.ScriptOrigin;

/** Why a script cannot be parsed, with line and column. */
final class TestingRefusal {
  private TestingRefusal() {}

  static String of(String script) {
    try {
      EventScript unused = EventScript.parse(script, ScriptOrigin.text());
      return "accepted";
    } catch (ExpressionException e) {
      return e.line() + ":" + e.column() + " " + e.getMessage();
    }
  }
}
