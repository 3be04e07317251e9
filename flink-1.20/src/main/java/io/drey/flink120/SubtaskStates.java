// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Keeps lists of both kinds and broadcast state. */
final class SubtaskStates extends BroadcastProcessFunction<Long, Long, Long>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  static final MapStateDescriptor<String, Customer> RULES =
      new MapStateDescriptor<>("rules", Types.STRING, TypeInformation.of(Customer.class));

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    ListState<String> names =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("names", Types.STRING));
    ListState<Tuple2<String, Long>> offsets =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>("offsets", Types.TUPLE(Types.STRING, Types.LONG)));
    if (!context.isRestored()) {
      names.add("a" + subtask);
      offsets.add(Tuple2.of("part", subtask * 10L));
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {}

  @Override
  public void processElement(Long i, ReadOnlyContext context, Collector<Long> out) {}

  @Override
  public void processBroadcastElement(Long i, Context context, Collector<Long> out)
      throws Exception {
    context.getBroadcastState(RULES).put("rule-" + i, Customer.of(i));
  }
}
