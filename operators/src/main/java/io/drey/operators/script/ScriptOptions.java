// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import io.drey.operators.internal.Spans;
import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.streaming.api.TimeDomain;
import org.jspecify.annotations.Nullable;

/**
 * How long {@link Script} retains entries.
 *
 * @param ttl an entry expires this long after its last write, in whole milliseconds; null for never
 * @param settings the time domain and the maximum number of keys
 */
public record ScriptOptions(@Nullable Duration ttl, KeyedSettings settings)
    implements Serializable {
  public ScriptOptions {
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

  /** Entries stay until they are removed. */
  public static ScriptOptions forever() {
    return new ScriptOptions(null, KeyedSettings.EVENT_TIME);
  }

  /** Entries expire {@code ttl} after they were last written. */
  public static ScriptOptions expiring(Duration ttl) {
    return new ScriptOptions(ttl, KeyedSettings.EVENT_TIME);
  }

  /** A copy with another time domain or maximum number of keys. */
  public ScriptOptions with(KeyedSettings other) {
    return new ScriptOptions(ttl, other);
  }

  TimeDomain time() {
    return settings.time();
  }

  /** The ttl in ms; {@link Long#MAX_VALUE} if there is none or it is longer. */
  long ttlMillis() {
    return Spans.millis(ttl);
  }
}
