// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Keeps parcels in states of every kind, and a timer. */
final class Parcels extends KeyedProcessFunction<Long, Long, Long> implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;
  private static final long TIMER = 4_000_000_000_000L;

  private transient ValueState<Parcel> one;
  private transient ValueState<Parcel> fresh;
  private transient ListState<Parcel> list;
  private transient MapState<String, Parcel> map;
  private transient ValueState<List<String>> tags;
  private transient ValueState<Long> plain;
  private transient @Nullable ListState<Parcel> own;

  @Override
  public void open(OpenContext context) {
    TypeInformation<Parcel> type = TypeInformation.of(Parcel.class);
    one = getRuntimeContext().getState(new ValueStateDescriptor<>("one", type));
    ValueStateDescriptor<Parcel> withTtl = new ValueStateDescriptor<>("fresh", type);
    withTtl.enableTimeToLive(StateTtlConfig.newBuilder(Duration.ofDays(30)).build());
    fresh = getRuntimeContext().getState(withTtl);
    list = getRuntimeContext().getListState(new ListStateDescriptor<>("list", type));
    map = getRuntimeContext().getMapState(new MapStateDescriptor<>("map", Types.STRING, type));
    TypeInformation<List<String>> texts = TypeInformation.of(new TypeHint<List<String>>() {});
    tags = getRuntimeContext().getState(new ValueStateDescriptor<>("tags", texts));
    plain = getRuntimeContext().getState(new ValueStateDescriptor<>("plain", Types.LONG));
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    TypeInformation<Parcel> type = TypeInformation.of(Parcel.class);
    own = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("own", type));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {}

  @Override
  public void processElement(Long i, Context context, Collector<Long> out) throws Exception {
    one.update(Parcel.of(i));
    fresh.update(Parcel.of(i));
    list.update(List.of(Parcel.of(i), Parcel.of(i + 1)));
    map.put("m" + i, Parcel.of(i));
    tags.update(List.of("t" + i, ""));
    plain.update(i);
    Objects.requireNonNull(own).add(Parcel.of(i));
    context.timerService().registerProcessingTimeTimer(TIMER + i);
  }
}
