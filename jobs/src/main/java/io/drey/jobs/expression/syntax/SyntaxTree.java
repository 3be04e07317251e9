// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.syntax;

import org.apache.commons.jexl3.JexlScript;
import org.apache.commons.jexl3.internal.ScriptVisitor;
import org.apache.commons.jexl3.parser.ASTArrayLiteral;
import org.apache.commons.jexl3.parser.ASTExtendedLiteral;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTJexlScript;
import org.apache.commons.jexl3.parser.ASTReference;
import org.apache.commons.jexl3.parser.ASTReferenceExpression;
import org.apache.commons.jexl3.parser.JexlNode;
import org.jspecify.annotations.Nullable;

/** The syntax tree of JEXL. */
public record SyntaxTree(JexlNode root) {
  /** JEXL exposes its tree only to visitors. */
  private static final class Root extends ScriptVisitor {
    @Override
    protected Object visit(ASTJexlScript node, Object data) {
      return node;
    }
  }

  public static SyntaxTree of(JexlScript script) {
    return new SyntaxTree((JexlNode) new Root().visitScript(script, script));
  }

  /** The root of a text that is a single expression. */
  public JexlNode expression() {
    return root.jjtGetChild(0);
  }

  /** The node inside parentheses. */
  public static JexlNode unwrap(JexlNode node) {
    JexlNode inner = node;
    while (inner instanceof ASTReferenceExpression) {
      inner = inner.jjtGetChild(0);
    }
    return inner;
  }

  /** The position of a node; JEXL's position of an operator is after its left operand. */
  public static JexlNode start(JexlNode node) {
    JexlNode first = node;
    while (first.jjtGetNumChildren() > 0) {
      first = first.jjtGetChild(0);
    }
    boolean isBefore =
        first.getLine() < node.getLine()
            || (first.getLine() == node.getLine() && first.getColumn() < node.getColumn());
    return isBefore ? first : node;
  }

  /** The variable that a node consists of; null if it is something else. */
  public static @Nullable ASTIdentifier variable(JexlNode node) {
    JexlNode inner =
        node instanceof ASTReference && node.jjtGetNumChildren() == 1 ? node.jjtGetChild(0) : node;
    return inner instanceof ASTIdentifier variable ? variable : null;
  }

  /** Whether it is a list literal other than {@code [...]}. */
  public static boolean isList(JexlNode node) {
    return node instanceof ASTArrayLiteral
        && (node.jjtGetNumChildren() == 0
            || !(node.jjtGetChild(node.jjtGetNumChildren() - 1) instanceof ASTExtendedLiteral));
  }
}
