package io.drey.jobs.step;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.order.OrderByTime;
import io.drey.operators.order.OrderByTimeState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/** What stands around the operator of every keyed step: key, exchange, sorter, named outputs. */
final class KeyedWiring {
  private KeyedWiring() {}

  static List<StateContract> state(KeyedStep step, String id, TimeDomain time) {
    List<StateContract> states = new ArrayList<>();
    if (step.order() == Order.EVENT_TIME) {
      StateDescriptor<?, ?> waiting = OrderByTimeState.waiting(EventTypeInfo.STATE);
      states.add(
          StateContract.of(
              orderUid(id), waiting, Types.LIST(EventTypeInfo.STATE), "freed by the watermark"));
    }
    states.addAll(step.ownState(id, time));
    return states;
  }

  static NamedStreams apply(KeyedStep step, DataStream<Event> input, StepContext context) {
    Map<String, DataStream<Event>> named = new LinkedHashMap<>();
    KeyedStream<Event, String> events = keyed(step, input, context, named);
    if (step.order() == Order.EVENT_TIME) {
      events = sorted(events, context, named);
    }
    SingleOutputStreamOperator<Event> main =
        step.attach(events, context).setParallelism(context.parallelism());
    for (String output : step.outputs()) {
      named.put(output, main.getSideOutput(tag(output)));
    }
    return new NamedStreams(main, named);
  }

  private static KeyedStream<Event, String> keyed(
      KeyedStep step,
      DataStream<Event> input,
      StepContext context,
      Map<String, DataStream<Event>> named) {
    String uid = context.id() + "-key";
    SingleOutputStreamOperator<Event> withKey =
        input
            .process(new ReadKey(step.key(), context.id()), EventTypeInfo.STREAM)
            .name(uid)
            .uid(uid)
            .setParallelism(input.getParallelism());
    named.put(KeyedStep.INVALID, withKey.getSideOutput(Invalid.TAG));
    return input.getParallelism() == 1 && context.parallelism() == 1
        ? chained(withKey)
        : withKey.keyBy(Event::key, Types.STRING);
  }

  private static KeyedStream<Event, String> sorted(
      KeyedStream<Event, String> events,
      StepContext context,
      Map<String, DataStream<Event>> named) {
    SingleOutputStreamOperator<Event> sorted =
        OrderByTime.on(events, context.exactTime(), context.id(), orderUid(context.id()))
            .setParallelism(context.parallelism());
    named.put(OrderByTime.LATE, sorted.getSideOutput(tag(OrderByTime.LATE)));
    return chained(sorted);
  }

  private static String orderUid(String id) {
    return id + "-order";
  }

  /** Keyed without an exchange: right where a key's events are in one subtask already. */
  private static KeyedStream<Event, String> chained(DataStream<Event> events) {
    return DataStreamUtils.reinterpretAsKeyedStream(events, Event::key, Types.STRING);
  }

  private static OutputTag<Event> tag(String output) {
    return new OutputTag<>(output, EventTypeInfo.STREAM);
  }
}
