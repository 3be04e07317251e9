// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import io.drey.jobs.expression.ValueExpression;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.jobs.expression.value.ValueTypes;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An expression on entries. */
public final class RowExpression {
  private final String text;
  private final ValueExpression expression;
  private final Set<RowVariable> used;

  private RowExpression(String text, ValueExpression expression, Set<RowVariable> used) {
    this.text = text;
    this.expression = expression;
    this.used = used;
  }

  /**
   * Parses and checks an expression.
   *
   * @param variables what it may use
   * @throws ExpressionException if it has a syntax error, or uses another name
   */
  public static RowExpression parse(String text, Set<RowVariable> variables)
      throws ExpressionException {
    Set<String> names =
        variables.stream().map(RowVariable::toString).collect(Collectors.toUnmodifiableSet());
    ValueExpression expression = ValueExpression.parse(text, names);
    Set<RowVariable> used = EnumSet.noneOf(RowVariable.class);
    variables.stream().filter(each -> expression.uses(each.toString())).forEach(used::add);
    return new RowExpression(text, expression, used);
  }

  /** What its result may depend on: the rest of a row need not be set. */
  public Set<RowVariable> used() {
    return used;
  }

  /**
   * The result for an entry: a value as in JSON.
   *
   * @throws RowException if a limit is exceeded
   */
  public @Nullable Object evaluate(Row row) {
    try {
      return expression.evaluate(row::get);
    } catch (ExpressionFailedException e) {
      throw new RowException(text, row, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Whether the result for an entry is true.
   *
   * @throws RowException if it is neither true nor false
   */
  public boolean test(Row row) {
    Object result = evaluate(row);
    if (result instanceof Boolean isTrue) {
      return isTrue;
    }
    String reason = "must be true or false but was " + ValueTypes.of(result);
    throw new RowException(text, row, reason, null);
  }

  @Override
  public String toString() {
    return text;
  }
}
