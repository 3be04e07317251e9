// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.internal.Spans;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.streaming.api.TimeDomain;
import org.jspecify.annotations.Nullable;

/**
 * When {@link Aggregate} emits results.
 *
 * @param every the length of the windows, aligned to the epoch, in whole milliseconds; null for one
 *     result at the end of input
 * @param time event time or processing time
 */
public record AggregateOptions(@Nullable Duration every, TimeDomain time) implements Serializable {
  public AggregateOptions {
    check(every);
  }

  /**
   * Checks the length of the windows.
   *
   * @throws IllegalArgumentException if it is shorter than a millisecond
   */
  public static void check(@Nullable Duration every) {
    Spans.requireMillis("every", every);
  }

  /** A result for each window of event time. */
  public static AggregateOptions every(Duration every) {
    return new AggregateOptions(every, TimeDomain.EVENT_TIME);
  }

  /** One result, at the end of input. */
  public static AggregateOptions atTheEnd() {
    return new AggregateOptions(null, TimeDomain.EVENT_TIME);
  }

  /** A copy with another time domain. */
  public AggregateOptions with(TimeDomain other) {
    return new AggregateOptions(every, other);
  }

  /** Whether windows are in processing time. */
  boolean isClocked() {
    return every != null && time == TimeDomain.PROCESSING_TIME;
  }

  /** The length in ms; {@link Long#MAX_VALUE} if there is none or it is longer. */
  long everyMillis() {
    return Spans.millis(every);
  }
}
