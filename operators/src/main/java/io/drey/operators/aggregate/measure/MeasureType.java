// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A type of measure over the values of a group. The result does not depend on how values are
 * divided among accumulators, or on the order in which their partial results are merged.
 */
public interface MeasureType<V, R> extends Serializable {
  /** Permanent: partial results in state are stored under it. */
  String name();

  Accumulator<V> accumulator();

  /** Merges two partial results; the arguments must not be used afterwards. */
  PartialMeasure merge(PartialMeasure one, PartialMeasure other);

  /** The result; null if it needs values and there are none. */
  @Nullable R result(PartialMeasure partial);
}
