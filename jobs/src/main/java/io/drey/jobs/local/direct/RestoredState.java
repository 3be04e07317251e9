// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.PrioritizedOperatorSubtaskState;
import org.apache.flink.runtime.jobgraph.OperatorID;

/** The state that subtasks continue from. */
final class RestoredState extends NoRestoredState {
  private final long snapshot;
  private final Map<OperatorID, OperatorSubtaskState> states;

  /**
   * @param snapshot its number
   */
  RestoredState(long snapshot, Map<OperatorID, OperatorSubtaskState> states) {
    this.snapshot = snapshot;
    this.states = states;
  }

  @Override
  public PrioritizedOperatorSubtaskState prioritizedOperatorState(OperatorID operator) {
    OperatorSubtaskState state =
        states.getOrDefault(operator, OperatorSubtaskState.builder().build());
    return new PrioritizedOperatorSubtaskState.Builder(state, List.of(), snapshot).build();
  }

  @Override
  public Optional<Long> getRestoreCheckpointId() {
    return Optional.of(snapshot);
  }
}
