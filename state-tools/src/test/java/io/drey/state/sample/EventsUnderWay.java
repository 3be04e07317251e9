// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.util.concurrent.Semaphore;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** A job that takes one event for each snapshot, whose barrier overtakes the others. */
public final class EventsUnderWay {
  public static final long KEYS = 1000;

  /** One for each snapshot whose barrier is on its way. */
  private static volatile Semaphore barriers = new Semaphore(0);

  private EventsUnderWay() {}

  /** Builds the job. */
  @SuppressWarnings("deprecation") // see EmitOnce
  public static void build(StreamExecutionEnvironment environment) {
    barriers = new Semaphore(0);
    environment
        .addSource(new EmitOnce(0, 0), Types.LONG)
        .union(environment.addSource(new EmitOnce(KEYS, 0), Types.LONG))
        .rebalance()
        .map(new Barrier())
        .returns(Types.LONG)
        .uid("barrier")
        .keyBy(i -> i, Types.LONG)
        .process(new Slow())
        .returns(Types.LONG)
        .uid("slow")
        .sinkTo(new DiscardingSink<>());
  }

  /** Its state is taken after the barrier was sent. */
  private static final class Barrier implements MapFunction<Long, Long>, CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    @Override
    public Long map(Long i) {
      return i;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
      barriers.release();
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {}
  }

  private static final class Slow extends KeyedProcessFunction<Long, Long, Long> {
    private static final long serialVersionUID = 1L;

    private transient ValueState<Long> value;

    @Override
    public void open(OpenContext context) {
      value = getRuntimeContext().getState(new ValueStateDescriptor<>("value", Types.LONG));
    }

    @Override
    public void processElement(Long i, Context context, Collector<Long> out) throws Exception {
      barriers.acquire();
      value.update(i);
    }
  }
}
