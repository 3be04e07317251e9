// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.internal.Instants;
import org.jspecify.annotations.Nullable;

/**
 * An event passes iff it can take a whole token. Exact: the level is an integer, in fractions of a
 * token so small that each millisecond adds a whole number of them.
 *
 * <p>Limited events change nothing: the level is computed from the time since the last event that
 * passed.
 *
 * @param burst the maximum number of tokens
 * @param token the fractions that make up a token
 * @param perMilli the fractions that each millisecond adds
 */
record TokenBucket(long burst, long token, long perMilli) implements Limit<Bucket> {
  /**
   * A bucket that is refilled with {@code limit} tokens per {@code per} ms.
   *
   * @param burst at most {@link #mostTokens}
   */
  static TokenBucket of(long limit, long per, long burst) {
    long divisor = gcd(limit, per);
    return new TokenBucket(burst, per / divisor, limit / divisor);
  }

  /** The greatest number of tokens whose fractions fit a long. */
  static long mostTokens(long limit, long per) {
    return Long.MAX_VALUE / (per / gcd(limit, per));
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  @Nullable Bucket after(@Nullable Bucket before, long time) {
    if (before == null) {
      return at(full() - token, time);
    }
    long now = Math.max(time, before.at());
    long level = levelAt(before, now);
    return level < token ? null : at(level - token, now);
  }

  private Bucket at(long level, long now) {
    return new Bucket(level / token, level % token, now);
  }

  private long levelAt(Bucket stored, long now) {
    long level = level(stored);
    long elapsed = now - stored.at();
    // Negative elapsed time is an overflow: long enough for any bucket to fill up.
    return elapsed < 0 || elapsed >= millisToFill(level) ? full() : level + elapsed * perMilli;
  }

  /** The level of a bucket that was stored with other options is used as far as it fits. */
  private long level(Bucket stored) {
    return stored.tokens() >= burst
        ? full()
        : stored.tokens() * token + Math.min(stored.fraction(), token - 1);
  }

  private long full() {
    return burst * token;
  }

  private long millisToFill(long level) {
    long missing = full() - level;
    return missing / perMilli + (missing % perMilli == 0 ? 0 : 1);
  }

  /** How long an empty bucket takes to fill, in ms. */
  long millisToFill() {
    return millisToFill(0);
  }

  @Override
  public long staleFrom(Bucket stored) {
    return Instants.plus(stored.at(), millisToFill(level(stored)));
  }
}
