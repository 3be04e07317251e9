// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.witness;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Gives what a job restores: lists at once, states of each key that comes, timers that fire. */
final class RestoredKey<K> extends KeyedProcessFunction<K, K, Long>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private final List<DeclaredState> states;
  private final List<DeclaredList> lists;

  private transient List<DeclaredState.Reading> readings;

  RestoredKey(List<DeclaredState> states, List<DeclaredList> lists) {
    this.states = states;
    this.lists = lists;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    DeclaredList.readAll(lists, context, getRuntimeContext());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {}

  @Override
  public void open(OpenContext context) {
    readings = states.stream().map(state -> state.in(getRuntimeContext(), false)).toList();
  }

  @Override
  public void processElement(K key, Context context, Collector<Long> out) throws Exception {
    for (DeclaredState.Reading reading : readings) {
      reading.read(key);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Long> out) {
    Testimony.of(Testimony.EVENT_TIMERS, context.getCurrentKey()).timestamp(timestamp).give();
  }
}
