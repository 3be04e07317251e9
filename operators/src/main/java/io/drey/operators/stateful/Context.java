// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import org.apache.flink.util.OutputTag;

/**
 * The context of one call of a {@link StatefulFunction}; not valid after the call.
 *
 * @param <K> the key
 * @param <O> the result
 */
public interface Context<K, O> {
  /** The key of the event or the timer. */
  K key();

  /**
   * The timestamp of the event, or the instant of the timer, in ms.
   *
   * @throws IllegalStateException in event time, for an event without a timestamp
   */
  long time();

  /**
   * Emits a result once the call has returned, with the timestamp of the event or timer; the result
   * must not be changed afterwards.
   */
  void emit(O result);

  /**
   * Emits to a side output; see {@link #emit}.
   *
   * @throws IllegalArgumentException if it is not among {@link StatefulFunction#outputs}
   */
  <X> void output(OutputTag<X> output, X value);

  /**
   * The timers of the key.
   *
   * @throws IllegalStateException if {@link StatefulFunction#onTimer} is not overridden
   */
  Timers timers();
}
