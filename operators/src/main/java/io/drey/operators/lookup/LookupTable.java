// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.lookup;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.jspecify.annotations.Nullable;

/**
 * Rows by key. It is part of the job: each subtask gets a copy of its own, also after a restart.
 *
 * @param <K> the keys, with {@code equals} and {@code hashCode}
 * @param <V> the rows
 */
public interface LookupTable<K, V> extends Serializable {
  /** Called in each subtask before the first event. */
  default void open(RuntimeContext context) {}

  /** The row of a key; null if there is none. */
  @Nullable V find(K key);

  /** A copy of a map, whose keys and values must be serializable. */
  static <K, V> LookupTable<K, V> of(Map<K, V> rows) {
    HashMap<K, V> copy = new HashMap<>(rows);
    return copy::get;
  }
}
