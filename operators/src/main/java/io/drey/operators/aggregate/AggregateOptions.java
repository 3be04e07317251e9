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
 * @param slide how far each window begins after the one before, in whole milliseconds; null for
 *     {@code every}, so that windows do not overlap
 * @param time event time or processing time
 */
public record AggregateOptions(@Nullable Duration every, @Nullable Duration slide, TimeDomain time)
    implements Serializable {
  /** The maximum number of windows that an event may be in. */
  private static final int MOST_PANES = 360;

  public AggregateOptions {
    check(every, slide);
  }

  /**
   * Checks the length of the windows and how they overlap.
   *
   * @throws IllegalArgumentException if one is shorter than a millisecond, or {@code slide} does
   *     not divide {@code every} into up to 360 parts
   */
  public static void check(@Nullable Duration every, @Nullable Duration slide) {
    Spans.requireMillis("every", every);
    Spans.requireMillis("slide", slide);
    if (slide == null) {
      return;
    }
    if (every == null) {
      throw new IllegalArgumentException("Invalid slide: needs every but was " + slide);
    }
    long length = Spans.millis(every);
    long step = Spans.millis(slide);
    if (length % step != 0 || length / step > MOST_PANES) {
      throw new IllegalArgumentException(
          "Invalid slide: must divide every, %s, into up to %s equal parts but was %s"
              .formatted(every, MOST_PANES, slide));
    }
  }

  /** A result for each window of event time. */
  public static AggregateOptions every(Duration every) {
    return new AggregateOptions(every, null, TimeDomain.EVENT_TIME);
  }

  /** One result, at the end of input. */
  public static AggregateOptions atTheEnd() {
    return new AggregateOptions(null, null, TimeDomain.EVENT_TIME);
  }

  /** A copy whose windows overlap: each begins that much after the one before. */
  public AggregateOptions sliding(Duration by) {
    return new AggregateOptions(every, by, time);
  }

  /** A copy with another time domain. */
  public AggregateOptions with(TimeDomain other) {
    return new AggregateOptions(every, slide, other);
  }

  /** Whether an event is in several windows. */
  public boolean isOverlapping() {
    return Windows.of(this).areOverlapping();
  }

  /** Whether windows are in processing time. */
  boolean isClocked() {
    return every != null && time == TimeDomain.PROCESSING_TIME;
  }

  /** The length in ms; {@link Long#MAX_VALUE} if there is none or it is longer. */
  long everyMillis() {
    return Spans.millis(every);
  }

  /** How far windows begin after one another, in ms. */
  long slideMillis() {
    return Spans.millis(slide);
  }
}
