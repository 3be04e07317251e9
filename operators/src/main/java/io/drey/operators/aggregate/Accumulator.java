package io.drey.operators.aggregate;

/** Gathers the values of one group for one measure, in memory. */
interface Accumulator<V> {
  void add(V value);

  /** What has been gathered; the accumulator is not used again. */
  PartialMeasure tally();
}
