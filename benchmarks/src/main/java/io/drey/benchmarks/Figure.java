// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.util.List;

/** What was measured of one contender, the least first. */
record Figure(Unit unit, List<Double> samples) {
  Figure {
    samples = samples.stream().sorted().toList();
  }

  double median() {
    int count = samples.size();
    return (samples.get((count - 1) / 2) + samples.get(count / 2)) / 2;
  }

  /** The median and, of several, the least and the greatest. */
  @Override
  public String toString() {
    String median = unit.show(median());
    return samples.size() == 1
        ? median
        : median
            + " ("
            + unit.show(samples.get(0))
            + " – "
            + unit.show(samples.get(samples.size() - 1))
            + ")";
  }
}
