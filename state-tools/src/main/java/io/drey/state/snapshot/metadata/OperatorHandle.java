// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import io.drey.operators.meaning.OperatorMarker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operator state of a subtask: a file, with the offset of each element.
 *
 * @param marker what marks the operator as one of Drey's, which is not among the states
 */
public record OperatorHandle(
    List<Partitions> states, FileSlice file, @Nullable OperatorMarker marker) {
  /** How a state is redistributed when the parallelism changes. */
  public enum Mode {
    SPLIT_DISTRIBUTE,
    UNION,
    BROADCAST
  }

  /** The elements of one state. */
  public record Partitions(String state, Mode mode, List<Long> offsets) {}
}
