// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;

/**
 * Estimates the number of distinct values: the composite estimate of a HyperLogLog sketch, which
 * unlike its other estimate does not depend on the order of merging.
 */
public record Cardinality() implements MeasureType<String, Long> {
  /** 2^14 registers: a standard error of 1.04 / 2^7, which is 0.8 %. */
  private static final int LOG_REGISTERS = 14;

  /** Not the UTF-8 of any text; stands for the empty text, which a sketch would ignore. */
  private static final byte[] EMPTY_TEXT = {-1};

  @Override
  public String name() {
    return "cardinality";
  }

  @Override
  public Accumulator<String> accumulator() {
    return new Accumulator<>() {
      private final HllSketch sketch = new HllSketch(LOG_REGISTERS, TgtHllType.HLL_8);

      @Override
      public void add(String value) {
        if (value.isEmpty()) {
          sketch.update(EMPTY_TEXT);
        } else {
          sketch.update(value);
        }
      }

      @Override
      public PartialMeasure partial() {
        return PartialMeasure.of(sketch.toCompactByteArray());
      }
    };
  }

  @Override
  public PartialMeasure merge(PartialMeasure one, PartialMeasure other) {
    if (one.sketch() == null || other.sketch() == null) {
      return one.sketch() == null ? other : one;
    }
    Union union = new Union(LOG_REGISTERS);
    union.update(HllSketch.heapify(one.sketch()));
    union.update(HllSketch.heapify(other.sketch()));
    return PartialMeasure.of(union.getResult(TgtHllType.HLL_8).toCompactByteArray());
  }

  @Override
  public Long result(PartialMeasure partial) {
    return partial.sketch() == null
        ? 0L
        : Math.round(HllSketch.heapify(partial.sketch()).getCompositeEstimate());
  }
}
