// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.jobs.expression.value.JsonObject;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldName;
import java.util.Set;

/**
 * A condition on JSON objects whose fields are its variables: {@code value.balance > 100 && key !=
 * 'test'}. Otherwise it is like any {@link Expression}. Thread-safe.
 */
public final class FieldCondition {
  private final ValueExpression expression;

  private FieldCondition(ValueExpression expression) {
    this.expression = expression;
  }

  /**
   * Parses and checks a condition.
   *
   * @param fields the names of the variables; one is null if the object has no such field
   * @throws ExpressionException if it has a syntax error, or uses an unknown name
   */
  public static FieldCondition parse(String text, Set<String> fields) throws ExpressionException {
    return new FieldCondition(ValueExpression.parse(text, fields));
  }

  /**
   * Whether the result for an object is the boolean true.
   *
   * @throws ExpressionFailedException if a limit is exceeded
   */
  public boolean test(Event object) {
    Object result =
        expression.evaluate(name -> JsonObject.convert(object.value(new FieldName(name))));
    return Boolean.TRUE.equals(result);
  }
}
