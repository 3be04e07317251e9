// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.internal.Spans;
import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How events are counted where each has a limit of its own; see {@link EventLimits}.
 *
 * @param per the time span that the limits apply to, in whole milliseconds; null for all time
 * @param algorithm how events are counted
 * @param settings the time domain and the maximum number of keys
 */
public record EventLimitOptions(@Nullable Duration per, Algorithm algorithm, KeyedSettings settings)
    implements RateSpan, Serializable {
  /** The longest span over which the tokens of the greatest burst can be counted exactly. */
  private static final long LONGEST_PER = Long.MAX_VALUE / EventLimits.MOST;

  public EventLimitOptions {
    check(per, algorithm);
  }

  /**
   * Checks options.
   *
   * @throws IllegalArgumentException if the span is too short, missing or too long for the
   *     algorithm
   */
  public static void check(@Nullable Duration per, Algorithm algorithm) {
    RateLimitOptions.checkSpan(per, algorithm);
    if (algorithm == Algorithm.TOKEN_BUCKET && Spans.millis(per) > LONGEST_PER) {
      throw new IllegalArgumentException(
          "Invalid per: must be at most %s with algorithm token-bucket and limits of events but was %s"
              .formatted(Duration.ofMillis(LONGEST_PER), per));
    }
  }

  /** An event passes if fewer events of its key than its limit have passed before. */
  public static EventLimitOptions forever() {
    return new EventLimitOptions(null, Algorithm.FIXED_WINDOW, KeyedSettings.EVENT_TIME);
  }

  /** An event passes if fewer events than its limit have passed in its window. */
  public static EventLimitOptions fixedWindow(Duration per) {
    return new EventLimitOptions(per, Algorithm.FIXED_WINDOW, KeyedSettings.EVENT_TIME);
  }

  /** An event passes if fewer events than its limit have passed in the span that it ends. */
  public static EventLimitOptions slidingWindow(Duration per) {
    return new EventLimitOptions(per, Algorithm.SLIDING_WINDOW, KeyedSettings.EVENT_TIME);
  }

  /** The tokens used come back at the limit of the event that asks for one. */
  public static EventLimitOptions tokenBucket(Duration per) {
    return new EventLimitOptions(per, Algorithm.TOKEN_BUCKET, KeyedSettings.EVENT_TIME);
  }

  /** A copy with another time domain or maximum number of keys. */
  public EventLimitOptions with(KeyedSettings other) {
    return new EventLimitOptions(per, algorithm, other);
  }
}
