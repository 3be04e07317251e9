// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The TTL of states, which a savepoint does not record, and the time at which to apply it.
 *
 * @param ofStates the TTL by state name
 * @param ofOthers the TTL of all other states; null if they have none
 * @param asOf the time in epoch milliseconds
 */
public record TtlExpiry(Map<String, Duration> ofStates, @Nullable Duration ofOthers, long asOf) {
  /** No TTL is known. */
  public static final TtlExpiry UNKNOWN = new TtlExpiry(Map.of(), null, 0);

  /** Returns the TTL of a state in milliseconds; -1 if it is not known. */
  public long life(String state) {
    Duration life = ofStates.getOrDefault(state, ofOthers);
    return life == null ? -1 : life.toMillis();
  }

  /** Whether a value is expired, by Flink's rule: at the very instant of expiry it is. */
  public boolean isExpired(long lastAccess, long life) {
    // a value whose time of expiry overflows never expires
    return lastAccess <= asOf && asOf - lastAccess >= life;
  }
}
