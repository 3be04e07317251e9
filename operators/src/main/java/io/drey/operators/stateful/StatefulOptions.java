package io.drey.operators.stateful;

import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.streaming.api.TimeDomain;
import org.jspecify.annotations.Nullable;

/**
 * How long {@link Stateful} keeps state.
 *
 * @param ttl how long after its last event a key's state is forgotten; null for never
 * @param settings its notion of time, and how many keys are kept
 */
public record StatefulOptions(@Nullable Duration ttl, KeyedSettings settings)
    implements Serializable {
  public StatefulOptions {
    if (ttl != null && ttl.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("Invalid ttl: must be at least 1 ms but was " + ttl);
    }
  }

  /** State is kept until the function ends it. */
  public static StatefulOptions forever() {
    return new StatefulOptions(null, KeyedSettings.EVENT_TIME);
  }

  /** State is forgotten this long after the last event of its key. */
  public static StatefulOptions within(Duration ttl) {
    return new StatefulOptions(ttl, KeyedSettings.EVENT_TIME);
  }

  /** The same with another notion of time or number of keys. */
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

  /** The ttl in ms; {@link Long#MAX_VALUE} for none or longer. */
  long ttlMillis() {
    return ttl == null || ttl.compareTo(Duration.ofMillis(Long.MAX_VALUE)) > 0
        ? Long.MAX_VALUE
        : ttl.toMillis();
  }
}
