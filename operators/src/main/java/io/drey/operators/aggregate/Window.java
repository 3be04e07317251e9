// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.internal.Instants;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time window.
 *
 * @param start its first instant
 * @param end the first instant after it
 */
public record Window(Instant start, Instant end) {
  /** The window between two instants, in ms; null for all time. */
  static @Nullable Window of(long start, long last) {
    return start == Long.MIN_VALUE && last == Long.MAX_VALUE
        ? null
        : new Window(Instant.ofEpochMilli(start), Instant.ofEpochMilli(Instants.plus(last, 1)));
  }
}
