// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.function;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.stateful.InitialState;
import io.drey.operators.stateful.Stateful;
import io.drey.operators.stateful.StatefulFunction;
import io.drey.operators.stateful.StatefulOptions;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/** A user's function over events, ready to be attached to a stream. */
public final class UserFunction<E, S, O> {
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final StatefulFunction<String, E, S, O> function;
  private final TypeInformation<S> stateType;
  private final InitialState<S> initial;
  private final EventInput<E> input;

  private UserFunction(StatefulFunction<String, E, S, O> function, EventInput<E> input) {
    this.function = function;
    this.stateType = Stateful.stateType(function);
    this.initial = Stateful.initialState(function, stateType);
    this.input = input;
  }

  /**
   * Wraps a function.
   *
   * @throws IllegalArgumentException if it cannot run
   */
  static UserFunction<?, ?, ?> of(FunctionClass type, Object function) {
    @SuppressWarnings("unchecked") // what they are is read from the function's class
    StatefulFunction<String, Object, Object, Object> typed =
        (StatefulFunction<String, Object, Object, Object>) function;
    Stateful.checkSerializable(typed);
    Stateful.checkOutputs(typed);
    checkNames(typed);
    return new UserFunction<>(typed, EventInput.of(type.eventType()));
  }

  private static void checkNames(StatefulFunction<?, ?, ?, ?> function) {
    for (OutputTag<?> output : function.outputs()) {
      if (!KEBAB.matcher(output.getId()).matches()) {
        throw new IllegalArgumentException(
            "Invalid output: must be in kebab-case, like 'new-address', but was '"
                + output.getId()
                + "'");
      }
    }
  }

  /** The names of its outputs besides the main one. */
  public List<String> outputs() {
    return function.outputs().stream().map(OutputTag::getId).toList();
  }

  public boolean hasTimers() {
    return Stateful.hasTimers(function);
  }

  /** The type of its state. */
  public TypeInformation<S> stateType() {
    return stateType;
  }

  /** Attaches it to a stream of events. */
  public SingleOutputStreamOperator<Event> on(
      KeyedStream<Event, String> events, StatefulOptions options, String uid) {
    return Stateful.on(events, over(uid), stateType, options, EventTypeInfo.STREAM, uid);
  }

  private EventFunction<E, S, O> over(String step) {
    CallFailure failure = new CallFailure(step);
    return hasTimers()
        ? new TimedEventFunction<>(function, initial, input, failure)
        : new EventFunction<>(function, initial, input, failure);
  }
}
