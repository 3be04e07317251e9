// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** The minimal state to remember a key for some time: one long and one timer. */
final class LongAndTimer extends KeyedProcessFunction<String, String, String> {
  private static final long serialVersionUID = 1L;

  private final long ttl;

  private transient ValueState<Long> seenAt;

  LongAndTimer(long ttl) {
    this.ttl = ttl;
  }

  @Override
  public void open(OpenContext openContext) {
    seenAt = getRuntimeContext().getState(new ValueStateDescriptor<>("seen-at", Types.LONG));
  }

  @Override
  public void processElement(String id, Context ctx, Collector<String> out) throws Exception {
    seenAt.update(ctx.timestamp());
    ctx.timerService().registerEventTimeTimer(ctx.timestamp() + ttl);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<String> out) throws Exception {
    seenAt.clear();
  }
}
