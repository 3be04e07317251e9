package io.drey.state.snapshot.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one operator.
 *
 * @param coordinator what the operator's coordinator keeps on the JobManager
 * @param isFinished whether all its subtasks had seen the end of their input
 * @param subtasks in the order of their indexes
 */
public record OperatorSnapshot(
    OperatorId id,
    int parallelism,
    int maxParallelism,
    @Nullable FileSlice coordinator,
    boolean isFinished,
    List<SubtaskSnapshot> subtasks) {
  public long bytes() {
    long own = coordinator == null ? 0 : coordinator.length();
    return own + subtasks.stream().mapToLong(SubtaskSnapshot::bytes).sum();
  }
}
