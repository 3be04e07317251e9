// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.ratelimit;

import io.drey.jobs.expression.Expression;
import io.drey.jobs.option.Option;
import io.drey.jobs.step.NumberField;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.ratelimit.EventLimit;
import io.drey.operators.ratelimit.EventLimits;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code limit} or {@code burst}: a number, or what a field or an expression says of each event.
 */
public record LimitOption(
    @Option("the limit of all events") @Nullable Long number,
    @Option("the field whose value is the limit of the event") @Nullable FieldPath field,
    @Option("an expression whose result is the limit of the event")
        @Nullable Expression expression) {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[.\\d].*");

  public LimitOption {
    int given = (number == null ? 0 : 1) + (field == null ? 0 : 1) + (expression == null ? 0 : 1);
    if (given != 1) {
      throw new IllegalArgumentException(
          "Invalid limit: must be a number, a field or an expression but was "
              + (given == 0 ? "none" : "more than one"));
    }
  }

  /** Reads the scalar form: a number, or a field. */
  public static LimitOption parse(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return new LimitOption(null, FieldPath.of(text), null);
    }
    try {
      return new LimitOption(Long.valueOf(text), null, null);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Invalid number: must be a whole number of 64 bits but was '" + text + "'", e);
    }
  }

  /**
   * Checks a number that stands beside limits of events.
   *
   * @param name of the option
   */
  static void check(String name, @Nullable LimitOption option) {
    Long number = option == null ? null : option.number;
    if (number != null && (number < 0 || number > EventLimits.MOST)) {
      throw new IllegalArgumentException(
          "Invalid %s: must be from 0 to %d with limits of events but was %d"
              .formatted(name, EventLimits.MOST, number));
    }
  }

  /** Reads the limit of an event. */
  EventLimit<Event> reader() {
    if (field != null) {
      return new NumberField(field)::of;
    }
    if (expression != null) {
      return new LimitExpression(expression);
    }
    long limit = Objects.requireNonNull(number);
    return event -> limit;
  }
}
