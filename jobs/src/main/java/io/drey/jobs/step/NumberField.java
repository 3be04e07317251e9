// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import io.drey.operators.gaps.NumberOf;
import io.drey.operators.rule.InvalidEventException;
import java.math.BigDecimal;

/** Reads a 64-bit integer from a field, whatever its notation. */
public record NumberField(FieldPath field) implements NumberOf<Event> {
  /** The number of characters of a wrong value shown in a message. */
  private static final int MOST_SHOWN = 100;

  @Override
  public long of(Event event) {
    JsonValue value = event.value(field);
    if (value == null || value.kind() == JsonValue.Kind.NULL) {
      throw new InvalidEventException("Missing field '" + field + "'");
    }
    if (value.kind() == JsonValue.Kind.NUMBER) {
      return value.isShortInteger() ? value.shortInteger() : whole(value);
    }
    throw invalid(value);
  }

  private long whole(JsonValue value) {
    BigDecimal number = value.number();
    if (number == null) {
      throw invalid(value);
    }
    try {
      return number.longValueExact();
    } catch (ArithmeticException fractionOrTooGreat) {
      throw invalid(value);
    }
  }

  private InvalidEventException invalid(JsonValue value) {
    String written = value.raw();
    String shown = written.length() > MOST_SHOWN ? written.substring(0, MOST_SHOWN) + "…" : written;
    return new InvalidEventException(
        "Invalid " + field + ": must be a whole 64-bit number but was " + shown);
  }
}
