// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * A measure computed from the exact number of occurrences of each value.
 *
 * @param view computes the result from the counts
 */
public record Tabulation<R>(String name, View<R> view) implements MeasureType<String, R> {
  /** Computes a result from the counts. */
  public interface View<R> extends Serializable {
    R of(Map<String, Long> counts);
  }

  @Override
  public Accumulator<String> accumulator() {
    return new Accumulator<>() {
      private final Map<String, Long> counts = new HashMap<>();

      @Override
      public void add(String value) {
        counts.merge(value, 1L, Long::sum);
      }

      @Override
      public PartialMeasure partial() {
        return PartialMeasure.of(counts);
      }
    };
  }

  @Override
  public PartialMeasure merge(PartialMeasure one, PartialMeasure other) {
    if (one.counts() == null || other.counts() == null) {
      return one.counts() == null ? other : one;
    }
    boolean swap = one.counts().size() < other.counts().size();
    Map<String, Long> into = swap ? other.counts() : one.counts();
    (swap ? one.counts() : other.counts())
        .forEach((value, count) -> into.merge(value, count, Long::sum));
    return PartialMeasure.of(into);
  }

  @Override
  public R result(PartialMeasure partial) {
    return view.of(partial.counts() == null ? Map.of() : partial.counts());
  }
}
