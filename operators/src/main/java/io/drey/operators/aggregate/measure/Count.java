// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

/** The number of values. */
public record Count() implements MeasureType<Object, Long> {
  @Override
  public String name() {
    return "count";
  }

  @Override
  public Accumulator<Object> accumulator() {
    return new Accumulator<>() {
      private long count;

      @Override
      public void add(Object value) {
        count++;
      }

      @Override
      public PartialMeasure partial() {
        return PartialMeasure.of(count);
      }
    };
  }

  @Override
  public PartialMeasure merge(PartialMeasure one, PartialMeasure other) {
    return PartialMeasure.of(one.count() + other.count());
  }

  @Override
  public Long result(PartialMeasure partial) {
    return partial.count();
  }
}
