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

/** Keeps the last number of each key. */
public final class LastNumber<K> extends KeyedProcessFunction<K, Long, Long> {
  private static final long serialVersionUID = 1L;
  private static final int ACCOUNTS = 3;

  private transient ValueState<Long> last;

  /** Builds a job that keeps the last balance of a few accounts, in cents. */
  @SuppressWarnings("deprecation") // see EmitOnce
  public static void build(StreamExecutionEnvironment environment) {
    environment
        .addSource(new EmitOnce(ACCOUNTS, 0), Types.LONG)
        .uid("numbers")
        .union(environment.addSource(new EmitOnce(0, 0), Types.LONG).uid("none"))
        .keyBy(number -> "a" + number, Types.STRING)
        .process(new LastNumber<>())
        .returns(Types.LONG)
        .uid("accounts")
        .sinkTo(new DiscardingSink<>())
        .uid("sink");
  }

  @Override
  public void open(OpenContext context) {
    last = getRuntimeContext().getState(new ValueStateDescriptor<>("last", Types.LONG));
  }

  @Override
  public void processElement(Long i, Context context, Collector<Long> out) throws Exception {
    last.update(i);
  }
}
