package io.drey.operators.ratelimit;

import io.drey.operators.internal.Instants;
import org.jspecify.annotations.Nullable;

/**
 * An event passes iff a whole token is there, which it uses up. Exact: the level is an integer, in
 * parts of a token so small that each ms brings a whole number of them.
 *
 * <p>Limited events change nothing: the level grows by the time between those that pass alone.
 *
 * @param burst tokens at most
 * @param token parts of a token
 * @param perMilli parts that a ms brings
 */
record TokenBucket(long burst, long token, long perMilli) implements Limit<Bucket> {
  /**
   * A bucket that {@code limit} tokens flow into during each {@code per} ms.
   *
   * @param burst at most {@link #mostTokens}
   */
  static TokenBucket of(long limit, long per, long burst) {
    long divisor = gcd(limit, per);
    return new TokenBucket(burst, per / divisor, limit / divisor);
  }

  /** How many tokens a bucket can hold with its parts still counted by a long. */
  static long mostTokens(long limit, long per) {
    return Long.MAX_VALUE / (per / gcd(limit, per));
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  @Override
  public @Nullable Bucket after(@Nullable Bucket before, long time) {
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

  private long levelAt(Bucket kept, long now) {
    long level = level(kept);
    long elapsed = now - kept.at();
    // A negative sum of ms is one beyond the range, in which any bucket fills up.
    return elapsed < 0 || elapsed >= millisToFill(level) ? full() : level + elapsed * perMilli;
  }

  /** What a bucket of other options holds is taken over as far as it fits. */
  private long level(Bucket kept) {
    return kept.tokens() >= burst
        ? full()
        : kept.tokens() * token + Math.min(kept.fraction(), token - 1);
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
  public long staleFrom(Bucket kept) {
    return Instants.plus(kept.at(), millisToFill(level(kept)));
  }
}
