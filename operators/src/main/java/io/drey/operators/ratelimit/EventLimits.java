// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.rule.InvalidEventException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The limits that events bring along.
 *
 * @param limit how many events may pass
 * @param burst the capacity of the token bucket; null for the limit of the event
 */
public record EventLimits<T>(EventLimit<T> limit, @Nullable EventLimit<T> burst)
    implements Serializable {
  /** The greatest limit of an event. */
  public static final long MOST = 1_000_000_000;

  /** Only a limit. */
  public static <T> EventLimits<T> of(EventLimit<T> limit) {
    return new EventLimits<>(limit, null);
  }

  long limitOf(T event) {
    return checked("limit", limit.of(event));
  }

  long burstOf(T event, long limitOfEvent) {
    return burst == null ? limitOfEvent : checked("burst", burst.of(event));
  }

  private static long checked(String name, long limit) {
    if (limit < 0 || limit > MOST) {
      throw new InvalidEventException(
          "Invalid %s: must be a whole number from 0 to %d but was %d"
              .formatted(name, MOST, limit));
    }
    return limit;
  }
}
