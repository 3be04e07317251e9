// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.jobs.expression.call.ScriptVariables;
import io.drey.jobs.expression.syntax.SyntaxTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.apache.commons.jexl3.parser.ASTArrayAccess;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTIdentifierAccess;
import org.apache.commons.jexl3.parser.ASTMethodNode;
import org.apache.commons.jexl3.parser.ASTReference;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.JexlNode;

/** How a script may affect the number of its key's entries. */
public enum StateUse {
  /** It does not use state. */
  NONE,
  /** It sets only entries whose names are constants. */
  FIXED,
  /** It may set any number of entries. */
  ANY;

  private static final Set<String> ADDING = Set.of("put", "set", "putIfAbsent");
  private static final Set<String> ADDING_MANY = Set.of("putAll", "merge");

  static StateUse of(SyntaxTree script) {
    StateUse use = NONE;
    Deque<JexlNode> open = new ArrayDeque<>();
    open.push(script.root());
    while (!open.isEmpty()) {
      JexlNode node = open.pop();
      if (node instanceof ASTIdentifier variable
          && variable.getSymbol() < 0
          && variable.getName().equals(ScriptVariables.STATE)) {
        use = use.or(isFixed(variable) ? FIXED : ANY);
      }
      for (int i = 0; i < node.jjtGetNumChildren(); i++) {
        open.push(node.jjtGetChild(i));
      }
    }
    return use;
  }

  /** The wider of two. */
  public StateUse or(StateUse other) {
    return compareTo(other) >= 0 ? this : other;
  }

  private static boolean isFixed(ASTIdentifier state) {
    if (!(state.jjtGetParent() instanceof ASTReference path) || path.jjtGetNumChildren() < 2) {
      return false;
    }
    JexlNode step = path.jjtGetChild(1);
    if (step instanceof ASTMethodNode call
        && call.jjtGetChild(0) instanceof ASTIdentifierAccess method) {
      return isFixed(method.getName(), call.jjtGetChild(1));
    }
    return step instanceof ASTArrayAccess
        ? step.jjtGetChild(0) instanceof ASTStringLiteral
        : step instanceof ASTIdentifierAccess;
  }

  private static boolean isFixed(String method, JexlNode arguments) {
    return ADDING.contains(method)
        ? arguments.jjtGetChild(0) instanceof ASTStringLiteral
        : !ADDING_MANY.contains(method);
  }
}
