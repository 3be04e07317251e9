// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.jobs.expression.plain.EventField;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.jexl3.parser.ASTEQNode;
import org.apache.commons.jexl3.parser.ASTERNode;
import org.apache.commons.jexl3.parser.ASTFalseNode;
import org.apache.commons.jexl3.parser.ASTFunctionNode;
import org.apache.commons.jexl3.parser.ASTGENode;
import org.apache.commons.jexl3.parser.ASTGTNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTLENode;
import org.apache.commons.jexl3.parser.ASTLTNode;
import org.apache.commons.jexl3.parser.ASTNENode;
import org.apache.commons.jexl3.parser.ASTNullLiteral;
import org.apache.commons.jexl3.parser.ASTNullpNode;
import org.apache.commons.jexl3.parser.ASTNumberLiteral;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.ASTTrueNode;
import org.apache.commons.jexl3.parser.JexlNode;
import org.jspecify.annotations.Nullable;

/** Finds the fields that an expression names statically, to explain what it gave. */
public final class FieldUses {
  private final List<FieldUse> found = new ArrayList<>();

  private FieldUses() {}

  /** The fields in the order of the expression. */
  public static List<FieldUse> of(Expression expression) {
    FieldUses uses = new FieldUses();
    try {
      SyntaxTree tree = SyntaxTree.of(Language.EXPRESSION.compile(expression.text()));
      uses.collect(tree.expression(), false);
    } catch (ExpressionException e) {
      throw new IllegalStateException("Cannot parse '" + expression.text() + "'", e);
    }
    return uses.found;
  }

  private void collect(JexlNode node, boolean isOptional) {
    JexlNode inner = SyntaxTree.unwrap(node);
    EventField field = EventField.usedBy(inner);
    if (field != null) {
      found.add(new FieldUse(field, List.of(), isOptional));
    }
    if (isComparison(inner) && compares(inner)) {
      return;
    }
    boolean asks = isOptional || inner instanceof ASTNullpNode || isHas(inner);
    for (int i = 0; i < inner.jjtGetNumChildren(); i++) {
      collect(inner.jjtGetChild(i), asks);
    }
  }

  private static boolean isComparison(JexlNode node) {
    return node instanceof ASTEQNode
        || node instanceof ASTNENode
        || node instanceof ASTLTNode
        || node instanceof ASTLENode
        || node instanceof ASTGTNode
        || node instanceof ASTGENode
        || node instanceof ASTERNode;
  }

  private static boolean isHas(JexlNode node) {
    return node instanceof ASTFunctionNode
        && node.jjtGetChild(0) instanceof ASTIdentifier function
        && function.getName().equals("has");
  }

  /** Whether one of two operands is a field and the other one constant, or a list of them. */
  private boolean compares(JexlNode comparison) {
    JexlNode left = comparison.jjtGetChild(0);
    JexlNode right = comparison.jjtGetChild(1);
    EventField field = EventField.of(SyntaxTree.unwrap(left));
    JexlNode other = SyntaxTree.unwrap(field == null ? left : right);
    if (field == null) {
      field = EventField.of(SyntaxTree.unwrap(right));
    }
    List<Object> constants = constants(other);
    if (field == null || constants == null) {
      return false;
    }
    // What never equals a value is always unequal to it, which rejects nothing.
    List<Object> blamed = comparison instanceof ASTNENode ? List.of() : constants;
    found.add(new FieldUse(field, blamed, other instanceof ASTNullLiteral));
    return true;
  }

  /** The constants that a node stands for, none for null; null if it is no constant. */
  private static @Nullable List<Object> constants(JexlNode node) {
    if (node instanceof ASTNullLiteral) {
      return List.of();
    }
    if (!SyntaxTree.isList(node)) {
      Object constant = constant(node);
      return constant == null ? null : List.of(constant);
    }
    List<Object> constants = new ArrayList<>();
    for (int i = 0; i < node.jjtGetNumChildren(); i++) {
      Object constant = constant(SyntaxTree.unwrap(node.jjtGetChild(i)));
      if (constant != null) {
        constants.add(constant);
      }
    }
    return constants;
  }

  private static @Nullable Object constant(JexlNode node) {
    if (node instanceof ASTStringLiteral text) {
      return text.getLiteral();
    }
    if (node instanceof ASTNumberLiteral number) {
      return number.getLiteral();
    }
    return node instanceof ASTTrueNode || node instanceof ASTFalseNode
        ? (Object) (node instanceof ASTTrueNode)
        : null;
  }
}
