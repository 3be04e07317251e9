// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import io.drey.operators.internal.Spans;
import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.streaming.api.TimeDomain;
import org.jspecify.annotations.Nullable;

/**
 * How long {@link Stateful} retains state.
 *
 * @param ttl how long after its last event a key's state expires; null for never
 * @param settings the time domain and the maximum number of keys
 */
public record StatefulOptions(@Nullable Duration ttl, KeyedSettings settings)
    implements Serializable {
  public StatefulOptions {
    check(ttl);
  }

  /**
   * Checks a ttl.
   *
   * @throws IllegalArgumentException if it is shorter than a millisecond
   */
  public static void check(@Nullable Duration ttl) {
    Spans.requireMillis("ttl", ttl);
  }

  /** State stays until the function frees it. */
  public static StatefulOptions forever() {
    return new StatefulOptions(null, KeyedSettings.EVENT_TIME);
  }

  /** State expires this long after the last event of its key. */
  public static StatefulOptions within(Duration ttl) {
    return new StatefulOptions(ttl, KeyedSettings.EVENT_TIME);
  }

  /** A copy with another time domain or maximum number of keys. */
  public StatefulOptions with(KeyedSettings other) {
    return new StatefulOptions(ttl, other);
  }

  TimeDomain time() {
    return settings.time();
  }

  /** Whether timers free the state; in processing time Flink's state TTL does. */
  boolean expiresInEventTime() {
    return ttl != null && time() == TimeDomain.EVENT_TIME;
  }

  boolean expiresByTheClock() {
    return ttl != null && time() == TimeDomain.PROCESSING_TIME;
  }

  /** The ttl in ms; {@link Long#MAX_VALUE} if there is none or it is longer. */
  long ttlMillis() {
    return Spans.millis(ttl);
  }
}
