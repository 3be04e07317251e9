// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.witness;

import java.util.List;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Gives the operator states that a job restores. */
final class RestoredLists extends ProcessFunction<Long, Long> implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private final List<DeclaredList> lists;

  RestoredLists(List<DeclaredList> lists) {
    this.lists = lists;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    DeclaredList.readAll(lists, context, getRuntimeContext());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {}

  @Override
  public void processElement(Long number, Context context, Collector<Long> out) {}
}
