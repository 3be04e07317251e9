// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.value.Numbers;
import io.drey.operators.script.Memory;
import org.apache.commons.jexl3.parser.ASTFunctionNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTNumberLiteral;
import org.apache.commons.jexl3.parser.JexlNode;

/** Calls of {@code window(n)}: state has to keep as many events as the largest n says. */
public final class Windows {
  private Windows() {}

  /** The number of events that a checked call asks for; 0 if it calls something else. */
  public static int of(ASTFunctionNode call) {
    return isWindow(call) && argument(call) instanceof ASTNumberLiteral number
        ? number.getLiteral().intValue()
        : 0;
  }

  static void check(ASTFunctionNode call) throws ExpressionException {
    if (!isWindow(call)) {
      return;
    }
    boolean isNumber =
        argument(call) instanceof ASTNumberLiteral literal
            && Numbers.isInteger(literal.getLiteral())
            && literal.getLiteral().longValue() >= 1
            && literal.getLiteral().longValue() <= Memory.MOST;
    if (!isNumber) {
      throw new ExpressionException(
          "Invalid argument of window: must be a number from 1 to " + Memory.MOST + ", written out",
          argument(call).getLine(),
          argument(call).getColumn());
    }
  }

  private static boolean isWindow(ASTFunctionNode call) {
    return ((ASTIdentifier) call.jjtGetChild(0)).getName().equals(ScriptFunctions.WINDOW);
  }

  private static JexlNode argument(ASTFunctionNode call) {
    return call.jjtGetChild(1).jjtGetChild(0);
  }
}
