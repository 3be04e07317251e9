// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Count, sum, minimum, maximum, average and percentiles of numbers, in one measure. */
public record Stats() implements MeasureType<BigDecimal, Statistics> {
  static final Percentiles USUAL = new Percentiles(List.of(50.0, 95.0, 99.0));

  @Override
  public String name() {
    return "stats";
  }

  @Override
  public Accumulator<BigDecimal> accumulator() {
    return new Totals();
  }

  @Override
  public PartialMeasure merge(PartialMeasure one, PartialMeasure other) {
    return Totals.of(one).addAll(other).partial();
  }

  @Override
  public Statistics result(PartialMeasure partial) {
    return Totals.of(partial).statistics();
  }

  /**
   * The numbers so far. As a partial result, few are kept as they are; of many, beside the sketch,
   * their number, sum, and least and greatest.
   */
  private static final class Totals implements Accumulator<BigDecimal> {
    private final Sample sample = new Sample();
    private long count;
    private BigDecimal sum = BigDecimal.ZERO;
    private @Nullable BigDecimal min;
    private @Nullable BigDecimal max;

    static Totals of(PartialMeasure partial) {
      return new Totals().addAll(partial);
    }

    @Override
    public void add(BigDecimal value) {
      sample.add(value);
      extend(1, value, value, value);
    }

    Totals addAll(PartialMeasure partial) {
      List<String> numbers = partial.numbers();
      if (numbers == null) {
        return this;
      }
      if (partial.sketch() == null) {
        numbers.forEach(number -> add(new BigDecimal(number)));
        return this;
      }
      sample.addSketch(partial.sketch());
      extend(
          partial.count(),
          new BigDecimal(Objects.requireNonNull(partial.number(), "number")),
          new BigDecimal(numbers.get(0)),
          new BigDecimal(numbers.get(1)));
      return this;
    }

    private void extend(long more, BigDecimal total, BigDecimal least, BigDecimal greatest) {
      count += more;
      sum = sum.add(total);
      min = min == null ? least : min.min(least);
      max = max == null ? greatest : max.max(greatest);
    }

    @Override
    public PartialMeasure partial() {
      List<String> numbers = sample.numbers();
      if (numbers != null || min == null || max == null) {
        return PartialMeasure.of(count, numbers);
      }
      List<String> ends = new ArrayList<>(2);
      ends.add(min.toString());
      ends.add(max.toString());
      return new PartialMeasure(count, sum.toString(), null, sample.sketch(), ends, null, null);
    }

    Statistics statistics() {
      if (min == null || max == null) {
        return Statistics.NOTHING;
      }
      return new Statistics(
          count,
          sum.stripTrailingZeros(),
          min.stripTrailingZeros(),
          max.stripTrailingZeros(),
          sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128).stripTrailingZeros(),
          USUAL.of(sample));
    }
  }
}
