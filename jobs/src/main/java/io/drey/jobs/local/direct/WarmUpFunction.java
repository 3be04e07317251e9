// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Remembers each number until its time, and passes it on. */
final class WarmUpFunction extends KeyedProcessFunction<Long, Long, Long> {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("NullAway.Init") // in open
  private transient ValueState<Long> seen;

  @Override
  public void open(OpenContext context) {
    seen = getRuntimeContext().getState(new ValueStateDescriptor<>("seen", Types.LONG));
  }

  @Override
  public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
    seen.update(number);
    context.timerService().registerEventTimeTimer(number);
    out.collect(number);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Long> out) {
    seen.clear();
  }
}
