// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

/** Always measures the same. */
record TestingContender(String title, Unit unit, double value) implements Contender {
  @Override
  public double measure(Workshop workshop) {
    return value;
  }
}
