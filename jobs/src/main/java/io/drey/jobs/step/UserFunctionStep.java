// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.function.FunctionClass;
import io.drey.jobs.function.UserFunction;
import io.drey.jobs.option.Option;
import io.drey.jobs.text.DurationText;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.operators.event.Event;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.stateful.StatefulOptions;
import io.drey.operators.stateful.StatefulState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** Calls a user's function with each event and the state of its key. */
public record UserFunctionStep(
    @Option("the function's class, from a jar given with --jar") FunctionClass class_,
    @Option("the field or fields that make up the key") KeyPaths key,
    @Option(value = "the order in which a key's events are processed", byDefault = "arrival")
        Order order,
    @Option("how long a key is remembered after its last event; forever if left out")
        @Nullable Duration ttl,
    @Option("the options for the function's constructor") @Nullable YamlMapping options,
    @Option(KeyedStep.MAX_KEYS) @Nullable Integer maxKeys)
    implements KeyedStep {

  public UserFunctionStep {
    KeyedSettings.check(maxKeys);
    StatefulOptions.check(ttl);
    class_.with(options);
  }

  private UserFunction<?, ?, ?> function() {
    return class_.with(options);
  }

  @Override
  public List<String> ownOutputs() {
    return function().outputs();
  }

  @Override
  public List<StateContract> ownState(String id, TimeDomain time) {
    StatefulOptions chosen = new StatefulOptions(ttl, new KeyedSettings(time, maxKeys));
    List<StateContract> states = new ArrayList<>();
    states.add(value(id, function().stateType(), chosen));
    boolean expires = ttl != null && time == TimeDomain.EVENT_TIME;
    if (expires) {
      states.add(besides(id, StatefulState.lastAt(), Types.LONG));
    }
    if (function().hasTimers()) {
      if (expires) {
        states.add(besides(id, StatefulState.ttlTimer(), Types.LONG));
      }
      TypeInformation<?> instants = PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO;
      states.add(besides(id, StatefulState.eventTimers(), instants));
      states.add(besides(id, StatefulState.processingTimers(), instants));
    }
    return states;
  }

  private <S> StateContract value(String id, TypeInformation<S> type, StatefulOptions chosen) {
    String bound =
        ttl == null
            ? "freed by the function alone"
            : "freed once time is " + DurationText.of(ttl) + " past the key's last event";
    return StateContract.of(id, StatefulState.value(type, chosen), type, bound);
  }

  private static StateContract besides(
      String id, ValueStateDescriptor<?> state, TypeInformation<?> type) {
    return StateContract.of(id, state, type, "freed with value");
  }

  @Override
  public SingleOutputStreamOperator<Event> attach(
      KeyedStream<Event, String> events, StepContext context) {
    return function().on(events, new StatefulOptions(ttl, context.settings(maxKeys)), context.id());
  }

  @Override
  public boolean isBounded() {
    return ttl != null;
  }

  @Override
  public boolean needsTime() {
    return ttl != null || function().hasTimers();
  }
}
