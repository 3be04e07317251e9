// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal.size;

import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.jspecify.annotations.Nullable;

/** Measures the keyed state of an operator, in the thread that changes it. */
public interface StateMeter {
  /** How much there is now. */
  StateSize measure();

  /**
   * The meter of a state backend; null if it is of a kind that cannot be asked.
   *
   * @param timers the number of the operator's timers
   * @param ofKeys the names of states whose values are keys, which other states hold too
   */
  static @Nullable StateMeter of(
      KeyedStateBackend<?> backend, LongSupplier timers, Set<String> ofKeys) {
    StateMeter heap = HeapMeter.of(backend, timers, ofKeys);
    return heap == null ? DiskMeter.of(backend, timers) : heap;
  }
}
