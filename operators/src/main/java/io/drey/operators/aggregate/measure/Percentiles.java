// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Percentiles: exact of up to {@link Sample#MOST_EXACT} values, else each within 1 % of the value
 * at its rank.
 *
 * @param at between 0 and 100
 */
public record Percentiles(List<Double> at)
    implements MeasureType<BigDecimal, Map<Double, BigDecimal>> {
  private static final double ALL = 100;

  public Percentiles {
    at = List.copyOf(at);
    if (at.isEmpty()) {
      throw new IllegalArgumentException("Invalid at: must be at least one but was none");
    }
    for (double percent : at) {
      if (!(percent >= 0 && percent <= ALL)) {
        throw new IllegalArgumentException("Invalid at: must be from 0 to 100 but was " + percent);
      }
    }
  }

  @Override
  public String name() {
    return "percentiles";
  }

  @Override
  public Accumulator<BigDecimal> accumulator() {
    return new Accumulator<>() {
      private final Sample sample = new Sample();

      @Override
      public void add(BigDecimal value) {
        sample.add(value);
      }

      @Override
      public PartialMeasure partial() {
        return partialOf(sample);
      }
    };
  }

  @Override
  public PartialMeasure merge(PartialMeasure one, PartialMeasure other) {
    Sample merged = Sample.of(one);
    merged.addAll(other);
    return partialOf(merged);
  }

  @Override
  public @Nullable Map<Double, BigDecimal> result(PartialMeasure partial) {
    Sample sample = Sample.of(partial);
    return sample.isEmpty() ? null : of(sample);
  }

  Map<Double, BigDecimal> of(Sample sample) {
    Map<Double, BigDecimal> values = new LinkedHashMap<>();
    for (double percent : at) {
      values.put(percent, sample.percentile(percent));
    }
    return values;
  }

  private static PartialMeasure partialOf(Sample sample) {
    return PartialMeasure.of(sample.numbers(), sample.sketch());
  }
}
