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

/** A job of which one part has ended and another goes on. */
public final class FinishedSource {
  private FinishedSource() {}

  /** Builds the job. */
  @SuppressWarnings("deprecation") // see EmitOnce
  public static void build(StreamExecutionEnvironment environment) {
    environment.fromData(1L).uid("finished").sinkTo(new DiscardingSink<>());
    environment
        .addSource(new EmitOnce(0, 0), Types.LONG)
        .union(environment.addSource(new EmitOnce(1, 0), Types.LONG))
        .keyBy(i -> i, Types.LONG)
        .process(new Last())
        .returns(Types.LONG)
        .uid("live")
        .sinkTo(new DiscardingSink<>());
  }

  private static final class Last extends KeyedProcessFunction<Long, Long, Long> {
    private static final long serialVersionUID = 1L;

    private transient ValueState<Long> value;

    @Override
    public void open(OpenContext context) {
      value = getRuntimeContext().getState(new ValueStateDescriptor<>("value", Types.LONG));
    }

    @Override
    public void processElement(Long i, Context context, Collector<Long> out) throws Exception {
      value.update(i);
    }
  }
}
