// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Keeps states some of which are not the same after a change. */
final class ChangingStates extends KeyedProcessFunction<Long, Long, Long>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;
  private static final long TIMER = 1_900_000_000_000L;

  private final boolean isAfter;
  private transient ValueState<Long> last;
  private transient ValueState<Map<String, Integer>> limits;
  private transient ValueState<OldForm.Place> oldPlace;
  private transient ValueState<NewForm.Place> newPlace;
  private transient ValueState<String> fresh;
  private transient ValueState<Long> onOneSide;
  private transient ListState<String> steps;
  private transient MapState<String, Long> counts;

  ChangingStates(boolean isAfter) {
    this.isAfter = isAfter;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    ListState<String> names =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("names", Types.STRING));
    int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    names.update(
        !isAfter ? List.of("a", "a", "b") : subtask == 0 ? List.of("b", "a") : List.of("c"));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {}

  @Override
  public void open(OpenContext context) {
    last = value("last", Types.LONG);
    limits = value("limits", Types.MAP(Types.STRING, Types.INT));
    oldPlace = isAfter ? null : value("place", TypeInformation.of(OldForm.Place.class));
    newPlace = isAfter ? value("place", TypeInformation.of(NewForm.Place.class)) : null;
    onOneSide = value(isAfter ? "hired" : "fired", Types.LONG);
    ValueStateDescriptor<String> descriptor = new ValueStateDescriptor<>("fresh", Types.STRING);
    if (isAfter) {
      descriptor.enableTimeToLive(StateTtlConfig.newBuilder(Duration.ofDays(30)).build());
    }
    fresh = getRuntimeContext().getState(descriptor);
    steps = getRuntimeContext().getListState(new ListStateDescriptor<>("steps", Types.STRING));
    counts =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("counts", Types.STRING, Types.LONG));
  }

  private <T> ValueState<T> value(String name, TypeInformation<T> type) {
    return getRuntimeContext().getState(new ValueStateDescriptor<>(name, type));
  }

  @Override
  public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
    long i = context.getCurrentKey();
    last.update(isAfter && i == 5 ? 105 : i);
    limits.update(limits(i));
    if (isAfter) {
      newPlace.update(NewForm.Place.of(i));
    } else {
      oldPlace.update(OldForm.Place.of(i));
    }
    fresh.update("f" + i);
    onOneSide.update(i);
    steps.update(isAfter && i == 3 ? List.of("b", "a") : List.of("a", "b"));
    counts.put("all", isAfter && i == 2 ? 2L : 1L);
    if (isAfter && i == 4) {
      counts.put("more", 4L);
    }
    context.timerService().registerEventTimeTimer(TIMER + (isAfter && i == 6 ? 1 : 0));
  }

  /** The same map, put together in another order. */
  private Map<String, Integer> limits(long i) {
    Map<String, Integer> limits = new LinkedHashMap<>();
    for (int n = 0; n < 3; n++) {
      int at = isAfter ? 2 - n : n;
      limits.put("limit-" + at, (int) i + at);
    }
    return limits;
  }
}
