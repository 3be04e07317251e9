// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.CheckpointMetaData;
import org.apache.flink.runtime.checkpoint.CheckpointMetrics;
import org.apache.flink.runtime.checkpoint.InflightDataRescalingDescriptor;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.PrioritizedOperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.SubTaskInitializationMetrics;
import org.apache.flink.runtime.checkpoint.TaskStateSnapshot;
import org.apache.flink.runtime.checkpoint.channel.SequentialChannelStateReader;
import org.apache.flink.runtime.checkpoint.filemerging.FileMergingSnapshotManager;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.LocalRecoveryConfig;
import org.apache.flink.runtime.state.TaskStateManager;
import org.apache.flink.runtime.state.changelog.ChangelogStateHandle;
import org.apache.flink.runtime.state.changelog.StateChangelogStorage;
import org.apache.flink.runtime.state.changelog.StateChangelogStorageView;
import org.jspecify.annotations.Nullable;

/** The state of a job that starts empty and is never snapshot. */
class NoRestoredState implements TaskStateManager {
  @Override
  public PrioritizedOperatorSubtaskState prioritizedOperatorState(OperatorID operator) {
    return PrioritizedOperatorSubtaskState.emptyNotRestored();
  }

  @Override
  public Optional<OperatorSubtaskState> getSubtaskJobManagerRestoredState(OperatorID operator) {
    return Optional.empty();
  }

  @Override
  public Optional<Long> getRestoreCheckpointId() {
    return Optional.empty();
  }

  @Override
  public boolean isTaskDeployedAsFinished() {
    return false;
  }

  @Override
  public LocalRecoveryConfig createLocalRecoveryConfig() {
    return LocalRecoveryConfig.BACKUP_AND_RECOVERY_DISABLED;
  }

  @Override
  public InflightDataRescalingDescriptor getInputRescalingDescriptor() {
    return InflightDataRescalingDescriptor.NO_RESCALE;
  }

  @Override
  public InflightDataRescalingDescriptor getOutputRescalingDescriptor() {
    return InflightDataRescalingDescriptor.NO_RESCALE;
  }

  @Override
  public SequentialChannelStateReader getSequentialChannelStateReader() {
    return SequentialChannelStateReader.NO_OP;
  }

  @Override
  public @Nullable StateChangelogStorage<?> getStateChangelogStorage() {
    return null;
  }

  @Override
  public @Nullable StateChangelogStorageView<?> getStateChangelogStorageView(
      Configuration configuration, ChangelogStateHandle handle) {
    return null;
  }

  @Override
  public @Nullable FileMergingSnapshotManager getFileMergingSnapshotManager() {
    return null;
  }

  @Override
  public void reportInitializationMetrics(SubTaskInitializationMetrics metrics) {}

  @Override
  public void reportTaskStateSnapshots(
      CheckpointMetaData checkpoint,
      CheckpointMetrics metrics,
      @Nullable TaskStateSnapshot acknowledged,
      @Nullable TaskStateSnapshot local) {}

  @Override
  public void reportIncompleteTaskStateSnapshots(
      CheckpointMetaData checkpoint, CheckpointMetrics metrics) {}

  @Override
  public void notifyCheckpointComplete(long checkpointId) {}

  @Override
  public void notifyCheckpointAborted(long checkpointId) {}

  @Override
  public void close() {}
}
