// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.internal.Spans;
import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The limit of {@link LimitRate}.
 *
 * @param limit how many events pass, at least 1
 * @param per the time span that the limit applies to, in whole milliseconds; null for all time
 * @param algorithm how events are counted against the limit
 * @param burst the capacity of the token bucket; null for the limit, and with any other algorithm
 * @param settings the time domain and the maximum number of keys
 */
public record RateLimitOptions(
    long limit,
    @Nullable Duration per,
    Algorithm algorithm,
    @Nullable Long burst,
    KeyedSettings settings)
    implements RateSpan, Serializable {
  public RateLimitOptions {
    check(limit, per, algorithm, burst);
  }

  /**
   * Checks options.
   *
   * @throws IllegalArgumentException if one is out of range, or does not go with the algorithm
   */
  public static void check(
      long limit, @Nullable Duration per, Algorithm algorithm, @Nullable Long burst) {
    if (limit < 1) {
      throw new IllegalArgumentException("Invalid limit: must be at least 1 but was " + limit);
    }
    checkSpan(per, algorithm);
    if (algorithm == Algorithm.TOKEN_BUCKET) {
      checkTokens(limit, per, burst);
    } else if (burst != null) {
      throw new IllegalArgumentException(
          "Invalid burst: must be left out with algorithm "
              + algorithm.word()
              + " but was "
              + burst);
    }
  }

  static void checkSpan(@Nullable Duration per, Algorithm algorithm) {
    Spans.requireMillis("per", per);
    if (per == null && algorithm != Algorithm.FIXED_WINDOW) {
      throw new IllegalArgumentException(
          "Invalid algorithm: requires a per but was " + algorithm.word());
    }
  }

  private static void checkTokens(long limit, @Nullable Duration per, @Nullable Long burst) {
    if (burst != null && burst < 1) {
      throw new IllegalArgumentException("Invalid burst: must be at least 1 but was " + burst);
    }
    long tokens = burst == null ? limit : burst;
    long most = TokenBucket.mostTokens(limit, Spans.millis(per));
    if (tokens > most) {
      throw new IllegalArgumentException(
          "Invalid burst: must be at most %d with limit %d per %s but was %d"
              .formatted(most, limit, per, tokens));
    }
  }

  /** The first {@code limit} events of each key pass, and no others. */
  public static RateLimitOptions forever(long limit) {
    return new RateLimitOptions(
        limit, null, Algorithm.FIXED_WINDOW, null, KeyedSettings.EVENT_TIME);
  }

  /** The first {@code limit} events of each window pass; windows are aligned to the epoch. */
  public static RateLimitOptions fixedWindow(long limit, Duration per) {
    return new RateLimitOptions(limit, per, Algorithm.FIXED_WINDOW, null, KeyedSettings.EVENT_TIME);
  }

  /** No more than {@code limit} events pass in any time span of that length. */
  public static RateLimitOptions slidingWindow(long limit, Duration per) {
    return new RateLimitOptions(
        limit, per, Algorithm.SLIDING_WINDOW, null, KeyedSettings.EVENT_TIME);
  }

  /**
   * Each event takes one of {@code burst} tokens, which are refilled at {@code limit} per {@code
   * per}.
   */
  public static RateLimitOptions tokenBucket(long limit, Duration per, long burst) {
    return new RateLimitOptions(
        limit, per, Algorithm.TOKEN_BUCKET, burst, KeyedSettings.EVENT_TIME);
  }

  /** A copy with another time domain or maximum number of keys. */
  public RateLimitOptions with(KeyedSettings other) {
    return new RateLimitOptions(limit, per, algorithm, burst, other);
  }

  /** The bucket of the token bucket algorithm. */
  TokenBucket bucket() {
    return TokenBucket.of(limit, perMillis(), burst == null ? limit : burst);
  }
}
