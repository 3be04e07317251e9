// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import io.drey.flink120.Parcel;
import java.time.Duration;
import java.util.ArrayList;
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
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/**
 * The job of Flink 1.20 that keeps parcels, on Flink 2: it reads what it kept, counts that in each
 * parcel, and writes it again.
 */
public final class Parcels extends KeyedProcessFunction<Long, Long, Long>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;
  private static final int KEYS = 10;

  private transient ValueState<Parcel> one;
  private transient ValueState<Parcel> fresh;
  private transient ListState<Parcel> list;
  private transient MapState<String, Parcel> map;
  private transient ValueState<List<String>> tags;
  private transient ValueState<Long> plain;

  /** Builds the job. */
  @SuppressWarnings("deprecation") // see EmitOnce
  public static void build(StreamExecutionEnvironment environment) {
    environment
        .addSource(new EmitOnce(0, 0), Types.LONG)
        .union(environment.addSource(new EmitOnce(KEYS, 0), Types.LONG))
        .keyBy(i -> i, Types.LONG)
        .process(new Parcels())
        .returns(Types.LONG)
        .uid("parcels")
        .sinkTo(new DiscardingSink<>());
  }

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
    context.getOperatorStateStore().getListState(new ListStateDescriptor<>("own", type));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {}

  @Override
  public void processElement(Long i, Context context, Collector<Long> out) throws Exception {
    one.update(counted(one.value()));
    fresh.update(counted(fresh.value()));
    List<Parcel> all = new ArrayList<>();
    for (Parcel each : list.get()) {
      all.add(counted(each));
    }
    list.update(all);
    map.put("m" + i, counted(map.get("m" + i)));
    List<String> more = new ArrayList<>(Objects.requireNonNull(tags.value()));
    more.add("again");
    tags.update(more);
    plain.update(Objects.requireNonNull(plain.value()) + 1);
  }

  private static Parcel counted(Parcel parcel) {
    parcel.visits = new long[] {parcel.visits.length};
    return parcel;
  }
}
