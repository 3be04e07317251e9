// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.syntax;

import io.drey.jobs.expression.value.Numbers;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.internal.Scope;
import org.apache.commons.jexl3.parser.ASTERNode;
import org.apache.commons.jexl3.parser.ASTJexlScript;
import org.apache.commons.jexl3.parser.ASTNRNode;
import org.apache.commons.jexl3.parser.ASTNumberLiteral;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.JexlNode;
import org.apache.commons.jexl3.parser.JexlScriptParser;
import org.apache.commons.jexl3.parser.Parser;
import org.apache.commons.jexl3.parser.StringProvider;
import org.jspecify.annotations.Nullable;

/**
 * JEXL's parser with a tree that keeps the meaning of the text. A number with a fraction or an
 * exponent is read as an exact decimal, not as a double. A constant regular expression is put in
 * parentheses, since JEXL compiles a bare one with Java's engine, bypassing the arithmetic.
 */
public final class FaithfulParser implements JexlScriptParser {
  private static final Pattern NUMBER = Pattern.compile("[0-9]*(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  @Override
  public ASTJexlScript parse(
      @Nullable JexlInfo info, JexlFeatures features, String text, @Nullable Scope scope) {
    ASTJexlScript script = parser().parse(info, features, text, scope);
    Deque<JexlNode> open = new ArrayDeque<>();
    open.push(script);
    while (!open.isEmpty()) {
      JexlNode node = open.pop();
      for (int i = 0; i < node.jjtGetNumChildren(); i++) {
        JexlNode child = node.jjtGetChild(i);
        open.push(child);
        if (child instanceof ASTNumberLiteral number && !isExact(number)) {
          put(exact(number, features, text), node, i);
        } else if (child instanceof ASTStringLiteral && isMatch(node)) {
          JexlNode parentheses = parser().parse(info, features, "('')", null).jjtGetChild(0);
          put(parentheses, node, i);
          put(child, parentheses, 0);
        }
      }
    }
    return script;
  }

  /** A new one for each text: after a failure, a parser does not parse the next text correctly. */
  private static Parser parser() {
    return new Parser(new StringProvider(";"));
  }

  private static void put(JexlNode child, JexlNode parent, int index) {
    child.jjtSetParent(parent);
    parent.jjtAddChild(child, index);
  }

  private static boolean isMatch(JexlNode node) {
    return node instanceof ASTERNode || node instanceof ASTNRNode;
  }

  /** NaN stays as it is. */
  public static boolean isExact(ASTNumberLiteral number) {
    Number value = number.getLiteral();
    return Numbers.isInteger(value) || value instanceof BigDecimal;
  }

  private JexlNode exact(ASTNumberLiteral number, JexlFeatures features, String text) {
    int from = 0;
    for (int line = 1; line < number.getLine(); line++) {
      from = text.indexOf('\n', from) + 1;
    }
    from = Math.min(from + number.getColumn() - 1, text.length());
    Matcher digits = NUMBER.matcher(text).region(from, text.length());
    // JEXL stores only twelve bits of a column, so this may be another place.
    if (!digits.lookingAt() || !isRead(digits.group(), number.getLiteral())) {
      return number;
    }
    JexlInfo place = new JexlInfo("", number.getLine(), number.getColumn());
    return parser().parse(place, features, digits.group() + "b", null).jjtGetChild(0);
  }

  private static boolean isRead(String digits, Number literal) {
    try {
      return literal instanceof Float
          ? Float.parseFloat(digits) == literal.floatValue()
          : Double.parseDouble(digits) == literal.doubleValue();
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
