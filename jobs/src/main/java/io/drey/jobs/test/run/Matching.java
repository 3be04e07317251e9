// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import java.util.Arrays;

/** Assigns each of some things to another one that fits it, if that can be done for all. */
final class Matching {
  private static final int NONE = -1;

  /** Whether two things fit. */
  interface Fit {
    boolean test(int one, int other);
  }

  private final int from;
  private final int to;
  private final Fit fit;
  private final int[] takenBy;

  /**
   * @param from the first thing on both sides
   * @param to behind the last one
   */
  Matching(int from, int to, Fit fit) {
    this.from = from;
    this.to = to;
    this.fit = fit;
    this.takenBy = new int[to - from];
    Arrays.fill(takenBy, NONE);
  }

  boolean isComplete() {
    for (int one = from; one < to; one++) {
      if (!assign(one, new boolean[to - from])) {
        return false;
      }
    }
    return true;
  }

  /** Assigns one, and to others something else if it has to be. */
  private boolean assign(int one, boolean[] tried) {
    for (int other = from; other < to; other++) {
      int at = other - from;
      if (!tried[at] && fit.test(one, other)) {
        tried[at] = true;
        if (takenBy[at] == NONE || assign(takenBy[at], tried)) {
          takenBy[at] = one;
          return true;
        }
      }
    }
    return false;
  }
}
