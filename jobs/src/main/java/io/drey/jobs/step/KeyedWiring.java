// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.event.Origin;
import io.drey.operators.internal.StateForm;
import io.drey.operators.order.KeyedInput;
import io.drey.operators.order.OrderByTime;
import io.drey.operators.order.OrderByTimeState;
import io.drey.operators.rule.RecencyState;
import io.drey.operators.rule.Subtasks;
import io.drey.operators.rule.Uids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/** Wires the operator of a keyed step: key, exchange, sorter and side outputs. */
public final class KeyedWiring {
  private KeyedWiring() {}

  static List<StateContract> state(KeyedStep step, String id, TimeDomain time) {
    List<StateContract> states = new ArrayList<>();
    if (step.order() == Order.EVENT_TIME) {
      StateDescriptor<?, ?> buffered = OrderByTimeState.buffered(EventTypeInfo.STATE);
      states.add(
          StateContract.of(
              new Uids(id).order(),
              buffered,
              Types.LIST(EventTypeInfo.STATE),
              "freed by the watermark"));
    }
    states.addAll(step.ownState(id, time));
    if (step.maxKeys() != null) {
      states.addAll(recency(id));
    }
    return states;
  }

  public static List<StateContract> recency(String id) {
    TypeInformation<String> key = Types.STRING;
    ListStateDescriptor<Tuple4<Integer, String, String, Integer>> groups = RecencyState.groups(key);
    String bound = "freed with the key";
    return List.of(
        StateContract.of(id, RecencyState.older(key), key, bound),
        StateContract.of(id, RecencyState.newer(key), key, bound),
        StateContract.ofUnion(
            id, groups, Types.TUPLE(Types.INT, key, key, Types.INT), "one a key group"));
  }

  /** The outputs of the step, and those of the operators around it. */
  static List<String> outputs(KeyedStep step) {
    List<String> outputs = new ArrayList<>(step.ownOutputs());
    outputs.add(KeyedStep.INVALID);
    if (step.maxKeys() != null && step.evictsEvents()) {
      outputs.add(KeyedStep.EVICTED);
    }
    if (step.order() == Order.EVENT_TIME) {
      outputs.add(OrderByTime.LATE);
    }
    return outputs;
  }

  static NamedStreams apply(KeyedStep step, DataStream<Event> input, StepContext around) {
    Map<String, DataStream<Event>> named = new LinkedHashMap<>();
    StepContext context = step.key() == null ? around.alone() : around;
    KeyedInput wiring = new KeyedInput(new Uids(context.id()), context.parallelism());
    SingleOutputStreamOperator<Event> withKey = withKey(step, input, wiring);
    KeyedStream<Event, String> events = wiring.exchanged(withKey, EventKeys.OF_EVENT);
    if (step.order() == Order.EVENT_TIME) {
      StateForm<Event> form = isTraced(step) ? Origin.stateForm() : EventTypeInfo.STREAM;
      SingleOutputStreamOperator<Event> sorted =
          inOneSubtask(step, wiring.sorted(events, context.exactTime(), form, context.id()));
      named.put(OrderByTime.LATE, sorted.getSideOutput(tag(OrderByTime.LATE)));
      events = KeyedInput.chained(sorted, EventKeys.OF_EVENT);
    }
    SingleOutputStreamOperator<Event> main =
        inOneSubtask(step, step.attach(events, context).setParallelism(context.parallelism()));
    for (String output : step.outputs()) {
      named.computeIfAbsent(output, name -> main.getSideOutput(tag(name)));
    }
    DataStream<Event> withoutKey = withKey.getSideOutput(ReadKey.INVALID);
    named.computeIfPresent(KeyedStep.INVALID, (name, invalid) -> withoutKey.union(invalid));
    return new NamedStreams(main, named);
  }

  /** Keeps a step without a key in one subtask, also in a job that is rescaled. */
  private static SingleOutputStreamOperator<Event> inOneSubtask(
      KeyedStep step, SingleOutputStreamOperator<Event> operator) {
    return step.key() == null ? Subtasks.one(operator) : operator;
  }

  private static SingleOutputStreamOperator<Event> withKey(
      KeyedStep step, DataStream<Event> input, KeyedInput wiring) {
    KeyPaths key = step.key() == null ? KeyPaths.NONE : step.key();
    String uid = wiring.uids().uid();
    ReadKey reader = isTraced(step) ? ReadKey.traced(key, uid) : new ReadKey(key, uid);
    return wiring.extracted(input.process(reader, EventTypeInfo.STREAM), input);
  }

  private static boolean isTraced(KeyedStep step) {
    return step.originUse() != null;
  }

  private static OutputTag<Event> tag(String output) {
    return new OutputTag<>(output, EventTypeInfo.STREAM);
  }
}
