// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** A job that goes on with states of the {@link SampleJob}, some of which are of other kinds. */
public final class OtherKinds extends KeyedProcessFunction<String, Long, Long> {
  private static final long serialVersionUID = 1L;

  private transient ListState<Long> last;
  private transient MapState<String, Long> names;
  private transient ListState<String> counts;
  private transient MapState<String, Integer> fresh;
  private transient ValueState<Integer> freshList;
  private transient ValueState<Map<Integer, String>> moved;

  private OtherKinds() {}

  /** Builds the job. */
  @SuppressWarnings("deprecation") // see EmitOnce
  public static void build(StreamExecutionEnvironment environment) {
    environment
        .addSource(new EmitOnce(SampleJob.KEYS, 0), Types.LONG)
        .uid("numbers")
        .union(environment.addSource(new EmitOnce(0, 0), Types.LONG).uid("rule-numbers"))
        .keyBy(i -> "key-" + i, Types.STRING)
        .process(new OtherKinds())
        .returns(Types.LONG)
        .uid("many-states")
        .sinkTo(new DiscardingSink<>());
  }

  @Override
  public void open(OpenContext context) {
    last = getRuntimeContext().getListState(new ListStateDescriptor<>("last", Types.LONG));
    names =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("names", Types.STRING, Types.LONG));
    counts = getRuntimeContext().getListState(new ListStateDescriptor<>("counts", Types.STRING));
    fresh =
        getRuntimeContext()
            .getMapState(timed(new MapStateDescriptor<>("fresh", Types.STRING, Types.INT)));
    freshList =
        getRuntimeContext().getState(timed(new ValueStateDescriptor<>("fresh-list", Types.INT)));
    moved =
        getRuntimeContext()
            .getState(
                timed(new ValueStateDescriptor<>("moved", Types.MAP(Types.INT, Types.STRING))));
  }

  private static <T extends StateDescriptor<?, ?>> T timed(T descriptor) {
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(Duration.ofDays(10_000)).build());
    return descriptor;
  }

  @Override
  public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
    last.add(1000L);
    names.put("n" + number, names.get("n" + number) + 100);
    counts.add("x");
    fresh.put("f" + number, fresh.get("f" + number) + 100);
    freshList.update(freshList.value() + 1000);
    Map<Integer, String> map = moved.value();
    map.put(99, "new");
    moved.update(map);
  }
}
