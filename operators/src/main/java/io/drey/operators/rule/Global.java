// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.jspecify.annotations.Nullable;

/**
 * Streams without a key: all events share one key, and one subtask handles them. Operators on such
 * a stream have a parallelism of 1.
 */
public final class Global {
  /** The key of every event: the JSON of an empty list of key values, as in pipeline files. */
  public static final String KEY = "[]";

  private Global() {}

  /** The stream keyed by that one key. */
  public static <T> KeyedStream<T, String> keyed(DataStream<T> events) {
    return events.keyBy(unused -> KEY, Types.STRING);
  }

  /**
   * Checks the settings of an operator without a key.
   *
   * @throws IllegalArgumentException if the number of keys is capped
   */
  public static void check(@Nullable Integer maxKeys) {
    if (maxKeys != null) {
      throw new IllegalArgumentException("Invalid max-keys: needs a key but was " + maxKeys);
    }
  }
}
