// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Passes each number on at its time. */
final class WarmUpFunction extends KeyedProcessFunction<Long, Long, Long> {
  private static final long serialVersionUID = 1L;

  @Override
  public void processElement(Long number, Context context, Collector<Long> out) {
    context.timerService().registerEventTimeTimer(number);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Long> out) {
    out.collect(context.getCurrentKey());
  }
}
