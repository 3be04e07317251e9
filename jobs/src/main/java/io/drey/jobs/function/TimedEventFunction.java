// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.function;

import io.drey.operators.event.Event;
import io.drey.operators.stateful.Context;
import io.drey.operators.stateful.InitialState;
import io.drey.operators.stateful.StatefulFunction;
import org.jspecify.annotations.Nullable;

/** An {@link EventFunction} that also handles timers. */
final class TimedEventFunction<E, S, O> extends EventFunction<E, S, O> {
  private static final long serialVersionUID = 1L;

  TimedEventFunction(
      StatefulFunction<String, E, S, O> function,
      InitialState<S> initial,
      EventInput<E> input,
      CallFailure failure) {
    super(function, initial, input, failure);
  }

  @Override
  public @Nullable S onTimer(long at, S state, Context<String, Event> ctx) {
    return call(at, state, ctx);
  }
}
