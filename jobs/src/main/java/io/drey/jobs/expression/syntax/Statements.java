// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.syntax;

import org.apache.commons.jexl3.parser.ASTAssignment;
import org.apache.commons.jexl3.parser.ASTForeachStatement;
import org.apache.commons.jexl3.parser.ASTJexlLambda;
import org.apache.commons.jexl3.parser.ASTReturnStatement;
import org.apache.commons.jexl3.parser.JexlNode;
import org.jspecify.annotations.Nullable;

/** Statements that JEXL parses but that have no effect, or run as another statement. */
public final class Statements {
  private static final int HAS_START = 1;
  private static final int PARTS = 7;

  private Statements() {}

  /** Checks what is not visible in the tree. */
  public static void check(String text) throws ExpressionException {
    int empty = EmptyBranches.find(text);
    if (empty >= 0) {
      throw Nesting.at(text, empty, "Unsupported syntax: " + noBody());
    }
  }

  /** Why a statement cannot be run; null if it can. */
  public static @Nullable String refusal(JexlNode node) {
    if (node instanceof ASTForeachStatement loop) {
      return refusal(loop, loop.getLoopForm());
    }
    boolean hasValue = node instanceof ASTReturnStatement && node.jjtGetNumChildren() > 0;
    return hasValue && !isInFunction(node) ? "'return' with a value, outside of a function" : null;
  }

  private static boolean isInFunction(JexlNode node) {
    JexlNode outer = node;
    while (outer != null && !(outer instanceof ASTJexlLambda)) {
      outer = outer.jjtGetParent();
    }
    return outer != null;
  }

  private static String noBody() {
    return "';' in place of a statement (did you mean {}?)";
  }

  private static @Nullable String refusal(ASTForeachStatement loop, int form) {
    if (form == 0) {
      return null;
    }
    int moreStarts = loop.jjtGetNumChildren() - Integer.bitCount(form & PARTS) - 1;
    if (moreStarts < 0) {
      return noBody();
    }
    boolean isMistaken = (form & HAS_START) != 0 && assignments(loop) != moreStarts;
    return isMistaken ? "'for' without a condition, or with an assignment as its condition" : null;
  }

  /** How many of them follow the first part. */
  private static int assignments(JexlNode loop) {
    int count = 0;
    while (count + 1 < loop.jjtGetNumChildren()
        && loop.jjtGetChild(count + 1) instanceof ASTAssignment) {
      count++;
    }
    return count;
  }
}
