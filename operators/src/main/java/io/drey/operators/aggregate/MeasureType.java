package io.drey.operators.aggregate;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of the values of a group. However the values are divided among accumulators, and
 * in whatever order their tallies are merged, the result is the same.
 */
interface MeasureType<V, R> extends Serializable {
  /** For life: tallies are kept under it. */
  String name();

  Accumulator<V> accumulator();

  /** The tally of the values of both; these are used up. */
  PartialMeasure merge(PartialMeasure one, PartialMeasure other);

  /** Null where there were no values to tell it from. */
  @Nullable R result(PartialMeasure tally);
}
