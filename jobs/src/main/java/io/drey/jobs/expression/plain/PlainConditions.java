// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.plain;

import com.google.re2j.Pattern;
import io.drey.jobs.expression.function.Regexes;
import io.drey.jobs.expression.syntax.SyntaxTree;
import io.drey.jobs.expression.value.Numbers;
import io.drey.operators.event.JsonValue;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.commons.jexl3.parser.ASTAndNode;
import org.apache.commons.jexl3.parser.ASTEQNode;
import org.apache.commons.jexl3.parser.ASTERNode;
import org.apache.commons.jexl3.parser.ASTFalseNode;
import org.apache.commons.jexl3.parser.ASTGENode;
import org.apache.commons.jexl3.parser.ASTGTNode;
import org.apache.commons.jexl3.parser.ASTLENode;
import org.apache.commons.jexl3.parser.ASTLTNode;
import org.apache.commons.jexl3.parser.ASTNENode;
import org.apache.commons.jexl3.parser.ASTNRNode;
import org.apache.commons.jexl3.parser.ASTNotNode;
import org.apache.commons.jexl3.parser.ASTNullLiteral;
import org.apache.commons.jexl3.parser.ASTNumberLiteral;
import org.apache.commons.jexl3.parser.ASTOrNode;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.ASTTrueNode;
import org.apache.commons.jexl3.parser.ASTUnaryMinusNode;
import org.apache.commons.jexl3.parser.JexlNode;
import org.jspecify.annotations.Nullable;

/**
 * Recognises conditions that compare fields with constants, and compiles them to tests on the bytes
 * of an event. This is a second evaluator; a test proves it equal to the interpreter.
 */
public final class PlainConditions {
  private PlainConditions() {}

  /** The expression as a plain condition; null if it needs the interpreter. */
  public static @Nullable PlainCondition of(JexlNode expression) {
    JexlNode node = SyntaxTree.unwrap(expression);
    if (node instanceof ASTAndNode || node instanceof ASTOrNode) {
      return joined(node);
    }
    if (node instanceof ASTNotNode) {
      return not(operand(node.jjtGetChild(0)));
    }
    if (node instanceof ASTERNode) {
      return in(node);
    }
    return node instanceof ASTNRNode ? not(in(node)) : comparison(node);
  }

  private static @Nullable PlainCondition not(@Nullable PlainCondition condition) {
    return condition == null ? null : event -> !condition.test(event);
  }

  private static @Nullable PlainCondition joined(JexlNode node) {
    boolean all = node instanceof ASTAndNode;
    PlainCondition[] parts = new PlainCondition[node.jjtGetNumChildren()];
    for (int i = 0; i < parts.length; i++) {
      PlainCondition part = operand(node.jjtGetChild(i));
      if (part == null) {
        return null;
      }
      parts[i] = part;
    }
    return event -> {
      for (PlainCondition part : parts) {
        if (part.test(event) != all) {
          return !all;
        }
      }
      return all;
    };
  }

  /** A condition, or a field whose value is the condition. */
  private static @Nullable PlainCondition operand(JexlNode node) {
    EventField field = EventField.of(SyntaxTree.unwrap(node));
    if (field == null) {
      return of(node);
    }
    return event -> {
      JsonValue value = field.of(event);
      return value != null && value.isTrue();
    };
  }

  private static @Nullable PlainCondition comparison(JexlNode node) {
    if (node.jjtGetNumChildren() != 2) {
      return null;
    }
    JexlNode left = SyntaxTree.unwrap(node.jjtGetChild(0));
    JexlNode right = SyntaxTree.unwrap(node.jjtGetChild(1));
    EventField field = EventField.of(left);
    return field != null
        ? comparison(node, field, literal(right), 1)
        : comparison(node, EventField.of(right), literal(left), -1);
  }

  private static @Nullable PlainCondition comparison(
      JexlNode node, @Nullable EventField field, @Nullable Literal literal, int direction) {
    if (field == null || literal == null) {
      return null;
    }
    if (node instanceof ASTEQNode) {
      return event -> literal.equalsField(field.of(event));
    }
    if (node instanceof ASTNENode) {
      return event -> !literal.equalsField(field.of(event));
    }
    IntPredicate order = order(node);
    return order == null
        ? null
        : event -> {
          int compared = literal.compareField(field.of(event));
          return compared != Literal.UNORDERED && order.test(direction * compared);
        };
  }

  private static @Nullable IntPredicate order(JexlNode node) {
    if (node instanceof ASTLTNode) {
      return compared -> compared < 0;
    }
    if (node instanceof ASTLENode) {
      return compared -> compared <= 0;
    }
    if (node instanceof ASTGTNode) {
      return compared -> compared > 0;
    }
    return node instanceof ASTGENode ? compared -> compared >= 0 : null;
  }

  private static @Nullable PlainCondition in(JexlNode node) {
    EventField field = EventField.of(SyntaxTree.unwrap(node.jjtGetChild(0)));
    JexlNode container = SyntaxTree.unwrap(node.jjtGetChild(1));
    if (field == null) {
      return null;
    }
    if (container instanceof ASTStringLiteral regex) {
      return matching(field, Regexes.pattern(regex.getLiteral()));
    }
    Literal[] literals = SyntaxTree.isList(container) ? literals(container) : null;
    return literals == null ? null : event -> isAny(field.of(event), literals);
  }

  private static @Nullable PlainCondition matching(EventField field, @Nullable Pattern pattern) {
    return pattern == null
        ? null
        : event -> {
          JsonValue value = field.of(event);
          return value != null
              && value.kind() == JsonValue.Kind.STRING
              && pattern.matches(value.text());
        };
  }

  private static boolean isAny(@Nullable JsonValue value, Literal[] literals) {
    if (value == null || value.kind() == JsonValue.Kind.NULL) {
      return false;
    }
    List<JsonValue> elements = value.elements();
    if (elements == null) {
      return isOne(value, literals);
    }
    for (JsonValue element : elements) {
      if (!isOne(element, literals)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOne(JsonValue value, Literal[] literals) {
    for (Literal literal : literals) {
      if (literal.equalsField(value)) {
        return true;
      }
    }
    return false;
  }

  private static Literal @Nullable [] literals(JexlNode list) {
    Literal[] literals = new Literal[list.jjtGetNumChildren()];
    for (int i = 0; i < literals.length; i++) {
      Literal literal = literal(SyntaxTree.unwrap(list.jjtGetChild(i)));
      if (literal == null) {
        return null;
      }
      literals[i] = literal;
    }
    return literals;
  }

  private static @Nullable Literal literal(JexlNode node) {
    if (node instanceof ASTStringLiteral text) {
      return Literal.of(text.getLiteral());
    }
    if (node instanceof ASTNumberLiteral number) {
      return Literal.of(number.getLiteral());
    }
    if (node instanceof ASTUnaryMinusNode && node.jjtGetChild(0) instanceof ASTNumberLiteral size) {
      return Literal.of(Numbers.subtract(0L, size.getLiteral()));
    }
    if (node instanceof ASTTrueNode || node instanceof ASTFalseNode) {
      return Literal.of(node instanceof ASTTrueNode);
    }
    return node instanceof ASTNullLiteral ? Literal.of(null) : null;
  }
}
