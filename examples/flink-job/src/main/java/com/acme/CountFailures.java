// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Reports every third failed request of a user in a row; a request that succeeds, or an hour
 * without one, starts again.
 */
final class CountFailures extends KeyedProcessFunction<String, Request, Alert> {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private transient ValueState<Streak> streak;

  @Override
  public void open(OpenContext context) {
    streak = getRuntimeContext().getState(new ValueStateDescriptor<>("streak", Streak.class));
  }

  @Override
  public void processElement(Request request, Context context, Collector<Alert> out)
      throws Exception {
    Streak before = streak.value();
    if (before != null) {
      context.timerService().deleteEventTimeTimer(before.end());
    }
    long end = request.time().toEpochMilli() + HOUR;
    boolean isOver = before != null && before.end() <= request.time().toEpochMilli();
    int failures = (before == null || isOver ? 0 : before.failures()) + 1;
    if (request.status() < 500) {
      streak.clear();
      return;
    }
    streak.update(new Streak(failures, end));
    context.timerService().registerEventTimeTimer(end);
    if (failures % 3 == 0) {
      out.collect(new Alert(request.user(), failures, request.time()));
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Alert> out) {
    streak.clear();
  }
}
