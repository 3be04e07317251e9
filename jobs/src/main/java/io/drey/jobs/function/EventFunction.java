// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.function;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.stateful.Context;
import io.drey.operators.stateful.InitialState;
import io.drey.operators.stateful.StatefulFunction;
import java.util.List;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Adapts a user's function to events. */
class EventFunction<E, S, O> implements StatefulFunction<String, Event, S, Event> {
  private static final long serialVersionUID = 1L;

  private final StatefulFunction<String, E, S, O> function;
  private final InitialState<S> initial;
  private final EventInput<E> input;
  private final CallFailure failure;
  private final EventOutput output = new EventOutput();

  private transient @Nullable EventContext<O> context;

  EventFunction(
      StatefulFunction<String, E, S, O> function,
      InitialState<S> initial,
      EventInput<E> input,
      CallFailure failure) {
    this.function = function;
    this.initial = initial;
    this.input = input;
    this.failure = failure;
  }

  @Override
  public S initialState() {
    return initial.make();
  }

  @Override
  public @Nullable S onEvent(Event event, S state, Context<String, Event> ctx) throws Exception {
    try {
      return function.onEvent(input.read(event), state, over(ctx));
    } catch (InvalidEventException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      throw failure.ofEvent(event, e);
    }
  }

  /** Handles a timer with the function. */
  final @Nullable S call(long at, S state, Context<String, Event> ctx) {
    Context<String, O> users = over(ctx);
    try {
      return function.onTimer(at, state, users);
    } catch (Exception | LinkageError e) {
      throw failure.ofTimer(at, users.key(), e);
    }
  }

  /** The context for the user's function, reused for all calls. */
  private Context<String, O> over(Context<String, Event> ctx) {
    EventContext<O> ready = context;
    if (ready == null) {
      ready = new EventContext<>(output);
      context = ready;
    }
    return ready.over(ctx);
  }

  @Override
  public List<OutputTag<?>> outputs() {
    return List.copyOf(
        function.outputs().stream()
            .map(tag -> new OutputTag<>(tag.getId(), EventTypeInfo.STREAM))
            .toList());
  }
}
