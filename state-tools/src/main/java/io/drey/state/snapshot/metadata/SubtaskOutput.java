// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

/**
 * A subtask of a snapshot to be written.
 *
 * @param source the subtask of which it keeps what is not replaced
 * @param managedKeyed in canonical format
 */
public record SubtaskOutput(
    SubtaskSnapshot source,
    Replacement<OperatorHandle> managedOperator,
    Replacement<KeyedHandle.Sections> managedKeyed,
    Replacement<KeyedHandle.Sections> rawKeyed) {
  /** A subtask that keeps everything. */
  public static SubtaskOutput same(SubtaskSnapshot source) {
    return new SubtaskOutput(source, Replacement.none(), Replacement.none(), Replacement.none());
  }
}
