// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.ratelimit;

import io.drey.jobs.expression.Expression;
import io.drey.operators.event.Event;
import io.drey.operators.ratelimit.EventLimit;
import io.drey.operators.rule.InvalidEventException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A limit that an expression computes from an event. */
record LimitExpression(Expression expression) implements EventLimit<Event> {
  @Override
  public long of(Event event) {
    Object result = expression.evaluate(event);
    if (result instanceof Integer || result instanceof Long) {
      return ((Number) result).longValue();
    }
    if (result instanceof Number number) {
      return whole(number.toString());
    }
    throw invalid(expression.textOf(event));
  }

  private static long whole(String number) {
    try {
      return new BigDecimal(number).longValueExact();
    } catch (ArithmeticException | NumberFormatException fractionOrTooGreat) {
      throw invalid(number);
    }
  }

  private static InvalidEventException invalid(@Nullable String result) {
    return new InvalidEventException(
        "Invalid limit: the expression must give a whole number but gave " + result);
  }
}
