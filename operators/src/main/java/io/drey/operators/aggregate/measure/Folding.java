// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Folds all numbers into one exact number: sum, average, minimum or maximum, without trailing
 * zeros.
 *
 * @param fold combines two numbers; commutative and associative
 * @param finish computes the result from the folded number and the count
 */
public record Folding(String name, Fold fold, Finish finish)
    implements MeasureType<BigDecimal, BigDecimal> {
  /** Combines two numbers. */
  public interface Fold extends BinaryOperator<BigDecimal>, Serializable {}

  /** Computes the result. */
  public interface Finish extends Serializable {
    BigDecimal of(BigDecimal number, long count);
  }

  public static final Folding SUM = new Folding("sum", BigDecimal::add, (sum, count) -> sum);

  public static final Folding MIN = new Folding("min", BigDecimal::min, (least, count) -> least);

  public static final Folding MAX =
      new Folding("max", BigDecimal::max, (greatest, count) -> greatest);

  /** Rounded half-even to 34 digits. */
  public static final Folding AVG = new Folding("avg", BigDecimal::add, Folding::quotient);

  private static BigDecimal quotient(BigDecimal sum, long count) {
    return sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
  }

  @Override
  public Accumulator<BigDecimal> accumulator() {
    return new Accumulator<>() {
      private long count;
      private @Nullable BigDecimal number;

      @Override
      public void add(BigDecimal value) {
        count++;
        number = number == null ? value : fold.apply(number, value);
      }

      @Override
      public PartialMeasure partial() {
        return PartialMeasure.of(count, number == null ? null : number.toString());
      }
    };
  }

  @Override
  public PartialMeasure merge(PartialMeasure one, PartialMeasure other) {
    if (one.number() == null || other.number() == null) {
      return one.number() == null ? other : one;
    }
    BigDecimal number = fold.apply(new BigDecimal(one.number()), new BigDecimal(other.number()));
    return PartialMeasure.of(one.count() + other.count(), number.toString());
  }

  @Override
  public @Nullable BigDecimal result(PartialMeasure partial) {
    return partial.number() == null
        ? null
        : finish.of(new BigDecimal(partial.number()), partial.count()).stripTrailingZeros();
  }
}
