// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.broadcast.BroadcastVariableManager;
import org.apache.flink.runtime.checkpoint.CheckpointException;
import org.apache.flink.runtime.checkpoint.CheckpointMetrics;
import org.apache.flink.runtime.checkpoint.TaskStateSnapshot;
import org.apache.flink.runtime.checkpoint.channel.ChannelStateWriteRequestExecutorFactory;
import org.apache.flink.runtime.checkpoint.channel.ChannelStateWriter;
import org.apache.flink.runtime.execution.Environment;
import org.apache.flink.runtime.externalresource.ExternalResourceInfoProvider;
import org.apache.flink.runtime.io.network.TaskEventDispatcher;
import org.apache.flink.runtime.io.network.api.writer.ResultPartitionWriter;
import org.apache.flink.runtime.io.network.partition.consumer.IndexedInputGate;
import org.apache.flink.runtime.jobgraph.tasks.InputSplitProvider;
import org.apache.flink.runtime.jobgraph.tasks.TaskOperatorEventGateway;
import org.apache.flink.runtime.state.CheckpointStorageAccess;
import org.apache.flink.runtime.taskexecutor.GlobalAggregateManager;
import org.jspecify.annotations.Nullable;

/** What only a task on a cluster has: a network, a JobManager, checkpoints. Nobody asks for it. */
abstract class ClusterlessEnvironment implements Environment {
  private static final ResultPartitionWriter[] NO_WRITERS = {};
  private static final IndexedInputGate[] NO_GATES = {};

  /** Where ForSt would put files that outlive the job. */
  private @Nullable CheckpointStorageAccess checkpointStorage;

  private static UnsupportedOperationException onClustersOnly() {
    return new UnsupportedOperationException("Only a cluster has this");
  }

  @Override
  public ResultPartitionWriter[] getAllWriters() {
    return NO_WRITERS;
  }

  @Override
  public IndexedInputGate[] getAllInputGates() {
    return NO_GATES;
  }

  @Override
  public ResultPartitionWriter getWriter(int index) {
    throw onClustersOnly();
  }

  @Override
  public IndexedInputGate getInputGate(int index) {
    throw onClustersOnly();
  }

  @Override
  public TaskEventDispatcher getTaskEventDispatcher() {
    throw onClustersOnly();
  }

  @Override
  public Map<String, Future<Path>> getDistributedCacheEntries() {
    return Map.of();
  }

  @Override
  public ExternalResourceInfoProvider getExternalResourceInfoProvider() {
    return ExternalResourceInfoProvider.NO_EXTERNAL_RESOURCES;
  }

  @Override
  public BroadcastVariableManager getBroadcastVariableManager() {
    throw onClustersOnly();
  }

  @Override
  public GlobalAggregateManager getGlobalAggregateManager() {
    throw onClustersOnly();
  }

  @Override
  public InputSplitProvider getInputSplitProvider() {
    throw onClustersOnly();
  }

  @Override
  public TaskOperatorEventGateway getOperatorCoordinatorEventGateway() {
    throw onClustersOnly();
  }

  @Override
  public ChannelStateWriteRequestExecutorFactory getChannelStateExecutorFactory() {
    throw onClustersOnly();
  }

  @Override
  public void setCheckpointStorageAccess(CheckpointStorageAccess access) {
    checkpointStorage = access;
  }

  @Override
  public CheckpointStorageAccess getCheckpointStorageAccess() {
    return Objects.requireNonNull(checkpointStorage);
  }

  @Override
  public void setChannelStateWriter(ChannelStateWriter writer) {}

  @Override
  public ChannelStateWriter getChannelStateWriter() {
    return ChannelStateWriter.NO_OP;
  }

  @Override
  public void acknowledgeCheckpoint(long checkpoint, CheckpointMetrics metrics) {
    throw onClustersOnly();
  }

  @Override
  public void acknowledgeCheckpoint(
      long checkpoint, CheckpointMetrics metrics, TaskStateSnapshot snapshot) {
    throw onClustersOnly();
  }

  @Override
  public void declineCheckpoint(long checkpoint, CheckpointException cause) {
    throw onClustersOnly();
  }
}
