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
  /** Whether it holds anything that a job without this operator would lose. */
  public boolean hasState() {
    return coordinator != null || subtasks.stream().anyMatch(SubtaskSnapshot::hasState);
  }

  /** The same, as a step of a pipeline file. */
  OperatorSnapshot ofStep() {
    return new OperatorSnapshot(
        id,
        parallelism,
        maxParallelism,
        coordinator,
        isFinished,
        subtasks.stream().map(SubtaskSnapshot::ofStep).toList());
  }

  public long bytes() {
    long own = coordinator == null ? 0 : coordinator.length();
    return own + subtasks.stream().mapToLong(SubtaskSnapshot::bytes).sum();
  }
}
