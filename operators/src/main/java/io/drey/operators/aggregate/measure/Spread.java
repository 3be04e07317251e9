// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The variance or standard deviation of a sample, from the exact sums of its numbers and of their
 * squares, rounded half-even to 34 digits; null for fewer than two numbers.
 *
 * @param root whether the result is the square root of the variance
 */
public record Spread(String name, boolean root) implements MeasureType<BigDecimal, BigDecimal> {
  public static final Spread VARIANCE = new Spread("variance", false);

  public static final Spread STDDEV = new Spread("stddev", true);

  /** So many that rounding to them first does not change the root rounded to 34 digits. */
  private static final MathContext AMPLE = new MathContext(120, RoundingMode.HALF_EVEN);

  @Override
  public Accumulator<BigDecimal> accumulator() {
    return new Accumulator<>() {
      private long count;
      private BigDecimal sum = BigDecimal.ZERO;
      private BigDecimal squares = BigDecimal.ZERO;

      @Override
      public void add(BigDecimal value) {
        count++;
        sum = sum.add(value);
        squares = squares.add(value.multiply(value));
      }

      @Override
      public PartialMeasure partial() {
        return partialOf(count, sum, squares);
      }
    };
  }

  @Override
  public PartialMeasure merge(PartialMeasure one, PartialMeasure other) {
    List<String> ones = one.numbers();
    List<String> others = other.numbers();
    if (ones == null || others == null) {
      return ones == null ? other : one;
    }
    return partialOf(
        one.count() + other.count(),
        new BigDecimal(ones.get(0)).add(new BigDecimal(others.get(0))),
        new BigDecimal(ones.get(1)).add(new BigDecimal(others.get(1))));
  }

  private static PartialMeasure partialOf(long count, BigDecimal sum, BigDecimal squares) {
    List<String> sums = new ArrayList<>(2);
    sums.add(sum.toString());
    sums.add(squares.toString());
    return PartialMeasure.of(count, sums);
  }

  @Override
  public @Nullable BigDecimal result(PartialMeasure partial) {
    List<String> sums = partial.numbers();
    if (sums == null || partial.count() < 2) {
      return null;
    }
    BigDecimal count = BigDecimal.valueOf(partial.count());
    BigDecimal sum = new BigDecimal(sums.get(0));
    BigDecimal dividend = new BigDecimal(sums.get(1)).multiply(count).subtract(sum.multiply(sum));
    BigDecimal divisor = count.multiply(count.subtract(BigDecimal.ONE));
    BigDecimal result =
        root
            ? dividend.divide(divisor, AMPLE).sqrt(MathContext.DECIMAL128)
            : dividend.divide(divisor, MathContext.DECIMAL128);
    return result.stripTrailingZeros();
  }
}
