// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.order;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the exact instant of an event, finer than the milliseconds of its timestamp. */
@FunctionalInterface
public interface ExactTime<T> extends Serializable {
  /**
   * The exact instant.
   *
   * @param millis the event's timestamp
   * @return null if the event does not have it
   */
  @Nullable Instant of(T event, long millis);
}
