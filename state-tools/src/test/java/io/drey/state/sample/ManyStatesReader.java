// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import io.drey.operators.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.AggregatingState;
import org.apache.flink.api.common.state.AggregatingStateDescriptor;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReducingState;
import org.apache.flink.api.common.state.ReducingStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.runtime.state.ttl.TtlStateFactory.TtlSerializer;
import org.apache.flink.runtime.state.ttl.TtlValue;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/** Reads {@link ManyStates} as Flink does; with a time to live, values come with its instants. */
final class ManyStatesReader extends KeyedStateReaderFunction<String, Long> {
  private static final long serialVersionUID = 1L;

  private transient Map<String, ValueState<?>> values;
  private transient ListState<String> names;
  private transient MapState<String, Long> counts;
  private transient ReducingState<Long> sum;
  private transient AggregatingState<Long, String> joined;
  private transient ValueState<TtlValue<String>> fresh;
  private transient ListState<TtlValue<Integer>> freshList;
  private transient MapState<Integer, TtlValue<String>> freshMap;

  @Override
  public void open(OpenContext context) {
    values =
        Map.of(
            "last", value("last", Types.LONG),
            "account", value("account", TypeInformation.of(Account.class)),
            "visit", value("visit", TypeInformation.of(Visit.class)),
            "pair", value("pair", Types.TUPLE(Types.STRING, Types.BOOLEAN)),
            "event", value("event", TypeInformation.of(Event.class)));
    names = getRuntimeContext().getListState(new ListStateDescriptor<>("names", Types.STRING));
    counts =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("counts", Types.STRING, Types.LONG));
    sum =
        getRuntimeContext()
            .getReducingState(new ReducingStateDescriptor<>("sum", Long::sum, Types.LONG));
    joined =
        getRuntimeContext()
            .getAggregatingState(
                new AggregatingStateDescriptor<>("joined", new ManyStates.Join(), Types.STRING));
    openWithTtl();
  }

  private void openWithTtl() {
    fresh =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("fresh", timed(StringSerializer.INSTANCE)));
    freshList =
        getRuntimeContext()
            .getListState(new ListStateDescriptor<>("fresh-list", timed(IntSerializer.INSTANCE)));
    freshMap =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "fresh-map", IntSerializer.INSTANCE, timed(StringSerializer.INSTANCE)));
  }

  private <T> ValueState<T> value(String name, TypeInformation<T> type) {
    return getRuntimeContext().getState(new ValueStateDescriptor<>(name, type));
  }

  private static <T> TypeSerializer<TtlValue<T>> timed(TypeSerializer<T> value) {
    return new TtlSerializer<>(LongSerializer.INSTANCE, value);
  }

  @Override
  public void readKey(String key, Context context, Collector<Long> out) throws Exception {
    for (Map.Entry<String, ValueState<?>> state : values.entrySet()) {
      Testimony.of(state.getKey(), key).with("value", state.getValue().value()).give();
    }
    Testimony.of("names", key).with("value", list(names.get())).give();
    for (Map.Entry<String, Long> entry : counts.entries()) {
      Testimony.of("counts", key)
          .with("map_key", entry.getKey())
          .with("value", entry.getValue())
          .give();
    }
    Testimony.of("sum", key).with("value", sum.get()).give();
    Testimony.of("joined", key).with("value", joined.get()).give();
    readWithTtl(key);
    readTimers(key, context);
  }

  private void readWithTtl(String key) throws Exception {
    Testimony.of("fresh", key).fresh(fresh.value()).give();
    Testimony.of("fresh-list", key).fresh(list(freshList.get())).give();
    for (Map.Entry<Integer, TtlValue<String>> entry : freshMap.entries()) {
      Testimony.of("fresh-map", key).with("map_key", entry.getKey()).fresh(entry.getValue()).give();
    }
  }

  private static void readTimers(String key, Context context) throws Exception {
    for (long timer : context.registeredEventTimeTimers()) {
      Testimony.of("_timer_state/event_user-timers", key).timestamp(timer).give();
    }
    for (long timer : context.registeredProcessingTimeTimers()) {
      Testimony.of("_timer_state/processing_user-timers", key).timestamp(timer).give();
    }
  }

  private static <T> List<T> list(Iterable<T> elements) {
    List<T> list = new ArrayList<>();
    elements.forEach(list::add);
    return list;
  }
}
