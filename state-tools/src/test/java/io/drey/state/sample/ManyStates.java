// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import io.drey.operators.event.Event;
import java.time.Duration;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.AggregatingState;
import org.apache.flink.api.common.state.AggregatingStateDescriptor;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReducingState;
import org.apache.flink.api.common.state.ReducingStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Keeps a state of every kind for each key. */
public final class ManyStates extends KeyedProcessFunction<String, Long, Long> {
  private static final long serialVersionUID = 1L;
  static final long EVENT_TIMER = 1_900_000_000_000L;
  static final long PROCESSING_TIMER = 4_000_000_000_000L;

  private transient ValueState<Long> last;
  private transient ValueState<Account> account;
  private transient ValueState<Visit> visit;
  private transient ValueState<Tuple2<String, Boolean>> pair;
  private transient ValueState<Event> event;
  private transient ListState<String> names;
  private transient MapState<String, Long> counts;
  private transient ReducingState<Long> sum;
  private transient AggregatingState<Long, String> joined;
  private transient ValueState<String> fresh;
  private transient ListState<Integer> freshList;
  private transient MapState<Integer, String> freshMap;

  @Override
  public void open(OpenContext context) {
    last = getRuntimeContext().getState(new ValueStateDescriptor<>("last", Types.LONG));
    account = getRuntimeContext().getState(value("account", TypeInformation.of(Account.class)));
    visit = getRuntimeContext().getState(value("visit", TypeInformation.of(Visit.class)));
    pair = getRuntimeContext().getState(value("pair", Types.TUPLE(Types.STRING, Types.BOOLEAN)));
    event = getRuntimeContext().getState(value("event", TypeInformation.of(Event.class)));
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
                new AggregatingStateDescriptor<>("joined", new Join(), Types.STRING));
    openWithTtl();
  }

  private void openWithTtl() {
    StateTtlConfig ttl = StateTtlConfig.newBuilder(Duration.ofDays(30)).build();
    ValueStateDescriptor<String> value = value("fresh", Types.STRING);
    value.enableTimeToLive(ttl);
    fresh = getRuntimeContext().getState(value);
    ListStateDescriptor<Integer> list = new ListStateDescriptor<>("fresh-list", Types.INT);
    list.enableTimeToLive(ttl);
    freshList = getRuntimeContext().getListState(list);
    MapStateDescriptor<Integer, String> map =
        new MapStateDescriptor<>("fresh-map", Types.INT, Types.STRING);
    map.enableTimeToLive(ttl);
    freshMap = getRuntimeContext().getMapState(map);
  }

  private static <T> ValueStateDescriptor<T> value(String name, TypeInformation<T> type) {
    return new ValueStateDescriptor<>(name, type);
  }

  @Override
  public void processElement(Long i, Context context, Collector<Long> out) throws Exception {
    last.update(i);
    account.update(Account.of(i));
    visit.update(Visit.of(i));
    pair.update(Tuple2.of("p" + i, i % 2 == 0));
    event.update(Event.of("{\"id\": " + i + ", \"x\":[1,{}]}"));
    names.add("n" + i);
    names.add("");
    counts.put("c" + i, i);
    counts.put("all", 1L);
    sum.add(i);
    sum.add(1L);
    joined.add(i);
    fresh.update("f" + i);
    freshList.add((int) (long) i);
    freshList.add(7);
    freshMap.put((int) (long) i, "m");
    context.timerService().registerEventTimeTimer(EVENT_TIMER + i);
    context.timerService().registerProcessingTimeTimer(PROCESSING_TIMER + i);
  }

  /** Joins numbers to a text. */
  public static final class Join implements AggregateFunction<Long, String, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String createAccumulator() {
      return "";
    }

    @Override
    public String add(Long value, String accumulator) {
      return accumulator + value + ";";
    }

    @Override
    public String getResult(String accumulator) {
      return accumulator;
    }

    @Override
    public String merge(String a, String b) {
      return a + b;
    }
  }
}
