// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.metadata.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a state in all subtasks.
 *
 * @param newState its name afterwards; null if it was dropped
 * @param read the number of its entries
 * @param written the number of entries written
 * @param bytes the number of bytes of those, with their keys
 * @param removed the number of values, timers, elements of lists and entries of maps that a
 *     condition removed
 * @param examples the first entries, if they change
 */
public record StateResult(
    OperatorId operator,
    String state,
    @Nullable String newState,
    long read,
    long written,
    long bytes,
    long removed,
    Examples examples) {
  StateResult plus(StateResult other) {
    return new StateResult(
        operator,
        state,
        newState,
        read + other.read,
        written + other.written,
        bytes + other.bytes,
        removed + other.removed,
        examples.plus(other.examples));
  }
}
