// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations in options. */
public final class Spans {
  private Spans() {}

  /**
   * Checks an option.
   *
   * @throws IllegalArgumentException if it is given and shorter than a millisecond
   */
  public static void requireMillis(String name, @Nullable Duration span) {
    if (span != null && span.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "Invalid " + name + ": must be at least 1 ms but was " + span);
    }
  }

  /** A duration in ms; {@link Long#MAX_VALUE} if there is none or it is longer. */
  public static long millis(@Nullable Duration span) {
    return span == null || span.compareTo(Duration.ofMillis(Long.MAX_VALUE)) > 0
        ? Long.MAX_VALUE
        : span.toMillis();
  }
}
