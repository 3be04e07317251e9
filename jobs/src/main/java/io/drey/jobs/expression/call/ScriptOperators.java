// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.syntax.SyntaxTree;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.jobs.expression.value.ValueTypes;
import java.util.function.Consumer;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlCache;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlOperator;
import org.apache.commons.jexl3.introspection.JexlMethod;
import org.apache.commons.jexl3.parser.JexlNode;
import org.jspecify.annotations.Nullable;

/**
 * The operators of scripts: those of {@link Arithmetic}, none overloaded. An operator that assigns
 * treats null as no value yet ({@code state.n += 1} begins at 1), and fails if it has no result,
 * since the value would be lost.
 */
final class ScriptOperators implements JexlOperator.Uberspect {
  private final JexlArithmetic arithmetic;

  ScriptOperators(JexlArithmetic arithmetic) {
    this.arithmetic = arithmetic;
  }

  @Override
  public Object tryOverload(
      JexlCache.Reference node, JexlOperator operator, @Nullable Object... arguments) {
    return JexlEngine.TRY_FAILED;
  }

  @Override
  public boolean overloads(JexlOperator operator) {
    return false;
  }

  @Override
  public @Nullable JexlMethod getOperator(JexlOperator operator, @Nullable Object... arguments) {
    return null;
  }

  @Override
  public @Nullable Object tryAssignOverload(
      JexlCache.Reference node,
      JexlOperator operator,
      Consumer<@Nullable Object> assign,
      @Nullable Object... arguments) {
    Object before = arguments[0];
    Object by = isStep(operator) ? (Object) 1L : arguments[1];
    Object after = result((JexlNode) node, operator, before, by);
    assign.accept(after);
    return isPostfix(operator) ? before : after;
  }

  /** Whether it is ++ or --. */
  private static boolean isStep(JexlOperator operator) {
    return switch (operator) {
      case INCREMENT_AND_GET, GET_AND_INCREMENT, DECREMENT_AND_GET, GET_AND_DECREMENT -> true;
      default -> false;
    };
  }

  private static boolean isPostfix(JexlOperator operator) {
    return operator == JexlOperator.GET_AND_INCREMENT || operator == JexlOperator.GET_AND_DECREMENT;
  }

  private Object result(
      JexlNode node, JexlOperator operator, @Nullable Object before, @Nullable Object by) {
    ExpressionFailedException failure;
    try {
      Object after = apply(operator, before, by);
      if (after != null) {
        return after;
      }
      String reason =
          ": " + ValueTypes.of(before) + " and " + ValueTypes.of(by) + " have no result";
      failure = new ExpressionFailedException("Cannot apply " + symbol(operator) + reason);
    } catch (ExpressionFailedException e) {
      failure = e;
    }
    throw new JexlException(SyntaxTree.start(node), failure.getMessage(), failure);
  }

  private @Nullable Object apply(
      JexlOperator operator, @Nullable Object before, @Nullable Object by) {
    return switch (operator) {
      case SELF_ADD, INCREMENT_AND_GET, GET_AND_INCREMENT ->
          before == null ? by : arithmetic.add(before, by);
      case SELF_SUBTRACT, DECREMENT_AND_GET, GET_AND_DECREMENT ->
          before == null ? arithmetic.negate(by) : arithmetic.subtract(before, by);
      case SELF_MULTIPLY -> arithmetic.multiply(before, by);
      case SELF_DIVIDE -> arithmetic.divide(before, by);
      case SELF_MOD -> arithmetic.mod(before, by);
      default -> throw new IllegalArgumentException("Unsupported operator: " + operator);
    };
  }

  private static String symbol(JexlOperator operator) {
    return switch (operator) {
      case SELF_ADD -> "+=";
      case SELF_SUBTRACT -> "-=";
      case SELF_MULTIPLY -> "*=";
      case SELF_DIVIDE -> "/=";
      case SELF_MOD -> "%=";
      case INCREMENT_AND_GET, GET_AND_INCREMENT -> "++";
      default -> "--";
    };
  }

  @Override
  public Object size(JexlCache.Reference node, @Nullable Object value) {
    return arithmetic.size(value, 0);
  }

  @Override
  public Object empty(JexlCache.Reference node, @Nullable Object value) {
    return arithmetic.isEmpty(value, false);
  }

  @Override
  public boolean contains(
      JexlCache.Reference node,
      JexlOperator operator,
      @Nullable Object container,
      @Nullable Object value) {
    return arithmetic.contains(container, value) == (operator == JexlOperator.CONTAINS);
  }

  @Override
  public boolean startsWith(
      JexlCache.Reference node,
      JexlOperator operator,
      @Nullable Object text,
      @Nullable Object start) {
    return arithmetic.startsWith(text, start) == (operator == JexlOperator.STARTSWITH);
  }

  @Override
  public boolean endsWith(
      JexlCache.Reference node,
      JexlOperator operator,
      @Nullable Object text,
      @Nullable Object end) {
    return arithmetic.endsWith(text, end) == (operator == JexlOperator.ENDSWITH);
  }
}
