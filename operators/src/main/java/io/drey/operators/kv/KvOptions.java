// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.internal.Spans;
import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Options of the store.
 *
 * @param ttl how long an entry lives whose command sets no ttl; null for no limit
 * @param maxValueBytes the maximum size of a value, as JSON in UTF-8
 */
public record KvOptions(@Nullable Duration ttl, int maxValueBytes, KeyedSettings settings)
    implements Serializable {
  public static final int DEFAULT_MAX_VALUE_BYTES = 1 << 20;

  public KvOptions {
    check(ttl, maxValueBytes);
  }

  /**
   * Checks options.
   *
   * @throws IllegalArgumentException if the ttl is shorter than a millisecond, or no value is
   *     allowed
   */
  public static void check(@Nullable Duration ttl, int maxValueBytes) {
    Spans.requireMillis("ttl", ttl);
    if (maxValueBytes < 1) {
      throw new IllegalArgumentException(
          "Invalid max-value-bytes: must be at least 1 but was " + maxValueBytes);
    }
  }

  /** Entries live until they are deleted, or for the ttl of their command. */
  public static KvOptions lasting() {
    return new KvOptions(null, DEFAULT_MAX_VALUE_BYTES, KeyedSettings.EVENT_TIME);
  }

  /** Entries live that long, unless their command sets another ttl. */
  public static KvOptions expiring(Duration ttl) {
    return new KvOptions(ttl, DEFAULT_MAX_VALUE_BYTES, KeyedSettings.EVENT_TIME);
  }

  public KvOptions with(KeyedSettings newSettings) {
    return new KvOptions(ttl, maxValueBytes, newSettings);
  }

  public KvOptions withMaxValueBytes(int bytes) {
    return new KvOptions(ttl, bytes, settings);
  }

  @Nullable Long ttlMillis() {
    return ttl == null ? null : ttl.toMillis();
  }
}
