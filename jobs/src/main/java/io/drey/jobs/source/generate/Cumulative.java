// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import java.util.Arrays;

/** Finds where a random number falls among cumulative weights. */
final class Cumulative {
  private static final double UNIT = 0x1.0p-53;

  private Cumulative() {}

  /** The same weights, scaled to a sum of 1. */
  static double[] normalized(double[] upTo) {
    double sum = upTo[upTo.length - 1];
    double[] normal = new double[upTo.length];
    for (int i = 0; i < upTo.length; i++) {
      normal[i] = upTo[i] / sum;
    }
    return normal;
  }

  static int find(double[] upTo, long random) {
    int found = Arrays.binarySearch(upTo, (random >>> 11) * UNIT);
    return found >= 0 ? found + 1 : ~found;
  }
}
