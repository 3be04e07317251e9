// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import io.drey.state.snapshot.bytes.ByteReader;
import java.util.List;

/**
 * An operator of a snapshot to be written.
 *
 * @param source the operator of which it keeps what is not replaced
 * @param coordinator the state of its coordinator
 */
public record OperatorOutput(
    OperatorSnapshot source,
    OperatorId id,
    int maxParallelism,
    List<SubtaskOutput> subtasks,
    Replacement<ByteReader> coordinator) {
  /** An operator that keeps everything. */
  public static OperatorOutput same(OperatorSnapshot source) {
    return new OperatorOutput(
        source,
        source.id(),
        source.maxParallelism(),
        source.subtasks().stream().map(SubtaskOutput::same).toList(),
        Replacement.none());
  }
}
