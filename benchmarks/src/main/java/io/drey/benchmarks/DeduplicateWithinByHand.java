// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** The first event of each id, and again after ten minutes of event time. */
final class DeduplicateWithinByHand {
  private static final long TTL = Duration.ofMinutes(10).toMillis();
  private static final Duration OUT_OF_ORDERNESS = Duration.ofSeconds(5);

  private DeduplicateWithinByHand() {}

  public static void main(String[] args) throws Exception {
    Trial trial = Trial.of(args);
    StreamExecutionEnvironment env = LocalFlink.environment(trial);
    WatermarkStrategy<ObjectNode> time =
        WatermarkStrategy.<ObjectNode>forBoundedOutOfOrderness(OUT_OF_ORDERNESS)
            .withTimestampAssigner((event, unused) -> timeOf(event));
    DataStream<ObjectNode> firsts =
        JsonLines.read(env, trial)
            .assignTimestampsAndWatermarks(time)
            .keyBy(event -> event.get("request_id").textValue())
            .process(new FirstOfIdWithin())
            .returns(Types.GENERIC(ObjectNode.class));
    JsonLines.write(firsts, trial);
    env.execute();
  }

  private static long timeOf(ObjectNode event) {
    return Instant.parse(event.get("timestamp").textValue()).toEpochMilli();
  }

  private static final class FirstOfIdWithin
      extends KeyedProcessFunction<String, ObjectNode, ObjectNode> {
    private static final long serialVersionUID = 1L;

    private transient ValueState<Long> keptAt;

    @Override
    public void open(OpenContext openContext) {
      keptAt = getRuntimeContext().getState(new ValueStateDescriptor<>("kept-at", Types.LONG));
    }

    @Override
    public void processElement(ObjectNode event, Context ctx, Collector<ObjectNode> out)
        throws Exception {
      Long kept = keptAt.value();
      long time = ctx.timestamp();
      if (kept != null && Math.abs(time - kept) < TTL) {
        return;
      }
      if (kept == null || time > kept) {
        keptAt.update(time);
        ctx.timerService().registerEventTimeTimer(time + TTL);
      }
      out.collect(event);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<ObjectNode> out)
        throws Exception {
      Long kept = keptAt.value();
      if (kept != null && kept + TTL <= timestamp) {
        keptAt.clear();
      }
    }
  }
}
