// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import java.io.Serializable;
import org.apache.flink.streaming.api.TimeDomain;
import org.jspecify.annotations.Nullable;

/**
 * The settings common to all keyed operators.
 *
 * @param time event time or processing time
 * @param maxKeys roughly the number of keys to keep, over all subtasks; beyond it the least
 *     recently used are evicted; null for no limit
 */
public record KeyedSettings(TimeDomain time, @Nullable Integer maxKeys) implements Serializable {
  /** Event time, any number of keys. */
  public static final KeyedSettings EVENT_TIME = new KeyedSettings(TimeDomain.EVENT_TIME, null);

  /** Processing time, any number of keys. */
  public static final KeyedSettings PROCESSING_TIME =
      new KeyedSettings(TimeDomain.PROCESSING_TIME, null);

  public KeyedSettings {
    check(maxKeys);
  }

  /**
   * Checks a cap on the number of keys.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public static void check(@Nullable Integer maxKeys) {
    if (maxKeys != null && maxKeys < 1) {
      throw new IllegalArgumentException("Invalid max-keys: must be at least 1 but was " + maxKeys);
    }
  }

  /** A copy with a cap on the number of keys. */
  public KeyedSettings withMaxKeys(int cap) {
    return new KeyedSettings(time, cap);
  }
}
