// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.order;

import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** Reads the exact instant of an event, finer than the milliseconds of its timestamp. */
@FunctionalInterface
public interface ExactTime<T> extends Serializable {
  /** Nanoseconds in a millisecond. */
  int NANOS_PER_MILLI = 1_000_000;

  /**
   * The exact instant.
   *
   * @param millis the event's timestamp
   * @return null if the event does not have it
   */
  @Nullable Instant of(T event, long millis);

  /** How far the exact instant is beyond the milliseconds of its timestamp, in nanoseconds. */
  default int nanosBeyond(T event, long millis) {
    Instant instant = of(event, millis);
    return instant == null ? 0 : instant.get(ChronoField.NANO_OF_SECOND) % NANOS_PER_MILLI;
  }
}
