// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.offsets;

import org.jspecify.annotations.Nullable;

/**
 * How far a split was read.
 *
 * @param operator the source
 * @param offset the next one to read: a number, or {@code earliest}, {@code latest} or {@code
 *     committed} where it is looked up at the start; null if the state does not tell
 * @param stop the offset at which reading ends; null if it goes on
 * @param subtask the reader that has it; null if none has
 */
public record SplitOffset(
    String operator,
    SplitName split,
    @Nullable String offset,
    @Nullable String stop,
    Status status,
    @Nullable Integer subtask) {
  /** The same, of a topic of one of several clusters. */
  SplitOffset ofCluster(@Nullable String cluster) {
    SplitName name = new SplitName(cluster, split.topic(), split.partition(), split.path());
    return new SplitOffset(operator, name, offset, stop, status, subtask);
  }

  /** Where a split stands in the source. */
  public enum Status {
    /** A reader has it. */
    READING,
    /** A reader has come to the end that a file had then. */
    ENDED,
    /** Found, but no reader has it yet. */
    UNASSIGNED,
    /** A reader had it, and has it no more: it has come to its end. */
    ASSIGNED
  }
}
