// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.v2.ListState;
import org.apache.flink.api.common.state.v2.ListStateDescriptor;
import org.apache.flink.api.common.state.v2.MapState;
import org.apache.flink.api.common.state.v2.MapStateDescriptor;
import org.apache.flink.api.common.state.v2.ReducingState;
import org.apache.flink.api.common.state.v2.ReducingStateDescriptor;
import org.apache.flink.api.common.state.v2.ValueState;
import org.apache.flink.api.common.state.v2.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** Keeps asynchronous states, those of the newer state API. */
public final class AsyncStates extends KeyedProcessFunction<String, Long, Long> {
  private static final long serialVersionUID = 1L;

  private transient ValueState<Account> account;
  private transient ListState<String> names;
  private transient MapState<String, Long> counts;
  private transient ReducingState<Long> sum;

  /** Builds a job with three keys. */
  @SuppressWarnings("deprecation") // see EmitOnce
  public static void build(StreamExecutionEnvironment environment) {
    environment
        .addSource(new EmitOnce(0, 0), Types.LONG)
        .union(environment.addSource(new EmitOnce(3, 0), Types.LONG))
        .keyBy(i -> "key-" + i, Types.STRING)
        .enableAsyncState()
        .process(new AsyncStates())
        .returns(Types.LONG)
        .uid("async-states")
        .sinkTo(new DiscardingSink<>());
  }

  @Override
  public void open(OpenContext context) {
    account =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("account", TypeInformation.of(Account.class)));
    names = getRuntimeContext().getListState(new ListStateDescriptor<>("names", Types.STRING));
    counts =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("counts", Types.STRING, Types.LONG));
    sum =
        getRuntimeContext()
            .getReducingState(new ReducingStateDescriptor<>("sum", Long::sum, Types.LONG));
  }

  @Override
  public void processElement(Long i, Context context, Collector<Long> out) {
    account.asyncUpdate(Account.of(i));
    names.asyncAdd("n" + i);
    names.asyncAdd("");
    counts.asyncPut("c" + i, i);
    sum.asyncAdd(i);
    context.timerService().registerEventTimeTimer(ManyStates.EVENT_TIMER + i);
  }
}
