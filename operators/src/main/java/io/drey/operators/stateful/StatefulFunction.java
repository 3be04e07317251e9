// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import io.drey.operators.rule.InvalidEventException;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Updates the state of a key with each of its events; see {@link Stateful}. There is one state
 * object per key, created when the key is first seen.
 *
 * <p>A call is atomic: the state, the timers and the results of a call that throws are dropped.
 * {@link InvalidEventException} sends the event to {@code invalid}; anything else fails the job,
 * which restarts from its last checkpoint.
 *
 * @param <K> the key
 * @param <E> the event
 * @param <S> the state: a record, or a class that Flink treats as a POJO
 * @param <O> the result
 */
@FunctionalInterface
public interface StatefulFunction<K, E, S, O> extends Serializable {
  /**
   * The state of a key that is seen for the first time; {@link #onEvent} gets a copy of it. If this
   * is not overridden, the state class's constructor without arguments creates the state.
   */
  default S initialState() {
    throw new UnsupportedOperationException("No initial state but the constructor's");
  }

  /**
   * Handles an event.
   *
   * @param state the state of the event's key, to be changed at will
   * @return the new state: the same object, or another; null frees the state and its timers
   */
  @Nullable S onEvent(E event, S state, Context<K, O> ctx) throws Exception;

  /**
   * Handles a timer that was set with {@link Timers}, before any later event of its key. Timers
   * need this method to be overridden.
   *
   * @param at the instant it was set for, in ms
   * @return the new state, as in {@link #onEvent}
   */
  default @Nullable S onTimer(long at, S state, Context<K, O> ctx) throws Exception {
    return state;
  }

  /** The side outputs that {@link Context#output} may be called with. */
  default List<OutputTag<?>> outputs() {
    return List.of();
  }
}
