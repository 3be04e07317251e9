// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import java.util.List;

/**
 * An operator of a snapshot to be written.
 *
 * @param source the operator of which it keeps the coordinator's state
 */
public record OperatorOutput(
    OperatorSnapshot source, OperatorId id, int maxParallelism, List<SubtaskOutput> subtasks) {
  /** An operator that keeps everything. */
  public static OperatorOutput same(OperatorSnapshot source) {
    return new OperatorOutput(
        source,
        source.id(),
        source.maxParallelism(),
        source.subtasks().stream().map(SubtaskOutput::same).toList());
  }
}
