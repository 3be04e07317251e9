// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import io.drey.operators.meaning.OperatorMarker;
import io.drey.state.snapshot.file.FileSlice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one operator.
 *
 * @param coordinator the state of the operator's coordinator on the JobManager
 * @param coordinatorRange where the metadata has it
 * @param isFinished whether all its subtasks had finished
 * @param subtasks the subtasks, by index
 */
public record OperatorSnapshot(
    OperatorId id,
    int parallelism,
    int maxParallelism,
    @Nullable FileSlice coordinator,
    ByteRange coordinatorRange,
    boolean isFinished,
    List<SubtaskSnapshot> subtasks) {
  /** The same with another identity. */
  OperatorSnapshot withId(OperatorId other) {
    return new OperatorSnapshot(
        other, parallelism, maxParallelism, coordinator, coordinatorRange, isFinished, subtasks);
  }

  /** Whether it has any state, which a job without this operator would lose. */
  public boolean hasState() {
    return coordinator != null || subtasks.stream().anyMatch(SubtaskSnapshot::hasState);
  }

  /** What marks the operator as one of Drey's; null if it is another job's. */
  public @Nullable OperatorMarker marker() {
    for (SubtaskSnapshot subtask : subtasks) {
      OperatorHandle own = subtask.managedOperator();
      OperatorMarker marker = own == null ? null : own.marker();
      if (marker != null) {
        return marker;
      }
    }
    return null;
  }

  public long bytes() {
    long own = coordinator == null ? 0 : coordinator.length();
    return own + subtasks.stream().mapToLong(SubtaskSnapshot::bytes).sum();
  }
}
