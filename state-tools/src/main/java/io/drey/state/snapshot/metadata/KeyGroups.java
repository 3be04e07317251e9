// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/** A range of key groups. */
public record KeyGroups(int first, int count) {
  /** Returns those of a subtask. */
  public static KeyGroups ofSubtask(int index, int parallelism, int maxParallelism) {
    KeyGroupRange range =
        KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(
            maxParallelism, parallelism, index);
    return new KeyGroups(range.getStartKeyGroup(), range.getNumberOfKeyGroups());
  }

  /** The first key group after them. */
  public int end() {
    return first + count;
  }

  public boolean contains(int keyGroup) {
    return keyGroup >= first && keyGroup - first < count;
  }

  /** Returns the intersection with another range, which may be empty. */
  public KeyGroups within(KeyGroups others) {
    int from = Math.max(first, others.first);
    int to = Math.min(first + count, others.first + others.count);
    return new KeyGroups(from, Math.max(0, to - from));
  }

  @Override
  public String toString() {
    return first + ".." + (first + count - 1);
  }
}
