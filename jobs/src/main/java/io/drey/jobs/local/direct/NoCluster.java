// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.core.io.InputSplit;
import org.apache.flink.runtime.checkpoint.CheckpointException;
import org.apache.flink.runtime.checkpoint.CheckpointMetrics;
import org.apache.flink.runtime.checkpoint.SubTaskInitializationMetrics;
import org.apache.flink.runtime.checkpoint.TaskStateSnapshot;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.jobgraph.tasks.InputSplitProvider;
import org.apache.flink.runtime.jobgraph.tasks.TaskOperatorEventGateway;
import org.apache.flink.runtime.operators.coordination.CoordinationRequest;
import org.apache.flink.runtime.operators.coordination.CoordinationResponse;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.runtime.taskexecutor.GlobalAggregateManager;
import org.apache.flink.runtime.taskmanager.CheckpointResponder;
import org.apache.flink.util.SerializedValue;

/** What a task would tell or ask its JobManager, of which there is none. */
enum NoCluster
    implements
        CheckpointResponder, TaskOperatorEventGateway, InputSplitProvider, GlobalAggregateManager {
  INSTANCE;

  private static UnsupportedOperationException none() {
    return new UnsupportedOperationException("A job without a cluster has no JobManager to ask");
  }

  @Override
  public void reportInitializationMetrics(
      JobID job, ExecutionAttemptID attempt, SubTaskInitializationMetrics metrics) {}

  @Override
  public void acknowledgeCheckpoint(
      JobID job,
      ExecutionAttemptID attempt,
      long checkpoint,
      CheckpointMetrics metrics,
      TaskStateSnapshot state) {
    throw none();
  }

  @Override
  public void reportCheckpointMetrics(
      JobID job, ExecutionAttemptID attempt, long checkpoint, CheckpointMetrics metrics) {
    throw none();
  }

  @Override
  public void declineCheckpoint(
      JobID job, ExecutionAttemptID attempt, long checkpoint, CheckpointException cause) {
    throw none();
  }

  @Override
  public void sendOperatorEventToCoordinator(
      OperatorID operator, SerializedValue<OperatorEvent> event) {
    throw none();
  }

  @Override
  public CompletableFuture<CoordinationResponse> sendRequestToCoordinator(
      OperatorID operator, SerializedValue<CoordinationRequest> request) {
    throw none();
  }

  @Override
  public InputSplit getNextInputSplit(ClassLoader loader) {
    throw none();
  }

  @Override
  public <I, A, O> O updateGlobalAggregate(
      String name, Object aggregand, AggregateFunction<I, A, O> function) {
    throw none();
  }
}
