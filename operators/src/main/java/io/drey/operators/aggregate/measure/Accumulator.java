// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

/** Accumulates the values of one group for one measure, in memory. */
public interface Accumulator<V> {
  void add(V value);

  /** The accumulated partial result; the accumulator is not used again. */
  PartialMeasure partial();
}
