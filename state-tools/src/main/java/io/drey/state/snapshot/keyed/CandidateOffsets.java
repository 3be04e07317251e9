// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The bytes of a section at which something may begin. */
final class CandidateOffsets {
  /** Beyond this number of starts the search is aborted. */
  private static final int MOST = 1 << 20;

  private int[] positions = new int[16];
  private int count;

  /** Finds the starts in a part of the section, up to a maximum number. */
  static CandidateOffsets in(int from, int to, IntPredicate isStart) {
    CandidateOffsets starts = new CandidateOffsets();
    for (int at = from; at < to && starts.count < MOST; at++) {
      if (isStart.test(at)) {
        starts.add(at);
      }
    }
    return starts;
  }

  private void add(int at) {
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, 2 * count);
    }
    positions[count++] = at;
  }

  boolean isTooMany() {
    return count == MOST;
  }

  /** Returns the number of starts from a byte on. */
  int countFrom(int at) {
    return count - index(at);
  }

  /** Returns the first start from a byte on; {@link Integer#MAX_VALUE} if there is none. */
  int nextFrom(int at) {
    int index = index(at);
    return index == count ? Integer.MAX_VALUE : positions[index];
  }

  private int index(int at) {
    int found = Arrays.binarySearch(positions, 0, count, at);
    return found < 0 ? -found - 1 : found;
  }
}
