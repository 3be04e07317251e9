// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** A job that registers a timer for each new key, and keeps what its sum is when that fires. */
public final class FiringJob extends KeyedProcessFunction<String, Long, Long> {
  public static final int KEYS = 30;

  /** A watermark at which all timers fire. */
  public static final long AFTER_ALL = 5000;

  private static final long serialVersionUID = 1L;

  private transient ValueState<Long> sum;
  private transient ValueState<Long> fired;

  private FiringJob() {}

  /**
   * Builds the job.
   *
   * @param prefix what its keys, which are numbers, begin with
   * @param watermark the one after all numbers
   */
  @SuppressWarnings("deprecation") // see EmitOnce
  public static void build(StreamExecutionEnvironment environment, String prefix, long watermark) {
    environment
        .addSource(new EmitOnce(KEYS, watermark), Types.LONG)
        .uid("numbers")
        .union(environment.addSource(new EmitOnce(0, watermark), Types.LONG).uid("none"))
        .keyBy(i -> prefix + i, Types.STRING)
        .process(new FiringJob())
        .returns(Types.LONG)
        .uid("firing")
        .sinkTo(new DiscardingSink<>())
        .uid("sink");
  }

  @Override
  public void open(OpenContext context) {
    sum = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", Types.LONG));
    fired = getRuntimeContext().getState(new ValueStateDescriptor<>("fired", Types.LONG));
  }

  @Override
  public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
    Long before = sum.value();
    if (before == null) {
      context.timerService().registerEventTimeTimer(1000 + number);
    }
    sum.update(before == null ? number : 100 * before + number);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Long> out)
      throws Exception {
    fired.update(sum.value());
  }
}
