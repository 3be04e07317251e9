package io.drey.state.read;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long values live after their last access, which no savepoint tells, and when they are looked
 * at.
 *
 * @param ofStates by the name of a state
 * @param ofOthers of states that have no time of their own; null if they are not looked at
 * @param asOf epoch milliseconds
 */
public record TtlExpiry(Map<String, Duration> ofStates, @Nullable Duration ofOthers, long asOf) {
  /** Nothing is known. */
  public static final TtlExpiry UNKNOWN = new TtlExpiry(Map.of(), null, 0);

  /** How long the values of a state live, in milliseconds; -1 if that is not known. */
  public long life(String state) {
    Duration life = ofStates.getOrDefault(state, ofOthers);
    return life == null ? -1 : life.toMillis();
  }

  /** Whether a value is expired, by Flink's rule: at the very instant it is. */
  public boolean isExpired(long lastAccess, long life) {
    // what would pass the largest instant never expires
    return lastAccess <= asOf && asOf - lastAccess >= life;
  }
}
