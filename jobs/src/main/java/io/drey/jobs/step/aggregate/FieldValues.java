// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.operators.aggregate.ValueOf;
import io.drey.operators.event.CanonicalText;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import io.drey.operators.rule.Condition;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The values of a field that a measure takes; values of other types are ignored. */
final class FieldValues {
  /** With longer numbers an exact sum could run out of memory. */
  private static final int MOST_DIGITS = 1_000;

  private FieldValues() {}

  /** Anything but null. */
  static ValueOf<Event, JsonValue> present(FieldPath field) {
    return event -> {
      JsonValue value = event.value(field);
      return value == null || value.kind() == JsonValue.Kind.NULL ? null : value;
    };
  }

  /** Numbers of up to 1,000 digits before or after the point. */
  static ValueOf<Event, BigDecimal> number(FieldPath field) {
    return event -> number(event.value(field));
  }

  /** Whether there is something, but not a number. */
  static Condition<Event> notANumber(FieldPath field) {
    return event -> {
      JsonValue value = event.value(field);
      return value != null
          && value.kind() != JsonValue.Kind.NUMBER
          && value.kind() != JsonValue.Kind.NULL;
    };
  }

  /** Strings, numbers and booleans, by their canonical text. */
  static ValueOf<Event, String> value(FieldPath field) {
    return event -> CanonicalText.of(event, field);
  }

  /** Anything but null, as it is written. */
  static ValueOf<Event, String> json(FieldPath field) {
    return event -> {
      JsonValue value = event.value(field);
      return value == null || value.kind() == JsonValue.Kind.NULL ? null : value.raw();
    };
  }

  /** Anything, so that equal values have the same text; null for null or nothing. */
  static ValueOf<Event, String> compared(FieldPath field) {
    ValueOf<Event, String> asWritten = json(field);
    return event -> {
      String canonical = CanonicalText.of(event, field);
      return canonical == null ? asWritten.of(event) : canonical;
    };
  }

  private static @Nullable BigDecimal number(@Nullable JsonValue value) {
    if (value == null) {
      return null;
    }
    if (value.kind() == JsonValue.Kind.NUMBER && value.isShortInteger()) {
      return BigDecimal.valueOf(value.shortInteger());
    }
    BigDecimal number = value.number();
    return number != null && isSensible(number) ? number : null;
  }

  private static boolean isSensible(BigDecimal number) {
    return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
  }
}
