// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sketches beside the exact answers: the bounds that the page promises. */
class SketchBoundsTest {
  private static final int VALUES = 100_000;
  private static final double ACCURACY = 0.01;
  private static final List<Double> PERCENTS =
      List.of(0.0, 0.1, 1.0, 5.0, 25.0, 50.0, 75.0, 95.0, 99.0, 99.9, 99.99, 100.0);

  /** Three standard errors. */
  private static final double CARDINALITY_BOUND = 3 * 1.04 / 128;

  record Distribution(String name, ToDoubleFunction<Random> value) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Distribution> distributions() {
    return Stream.of(
        new Distribution("uniform", random -> random.nextDouble() * 1000),
        new Distribution("exponential", random -> -Math.log(1 - random.nextDouble()) * 50),
        new Distribution("log-normal", random -> Math.exp(random.nextGaussian() * 5)),
        new Distribution("both signs", random -> random.nextGaussian() * 1e9),
        new Distribution("heavy tail", random -> Math.pow(1 - random.nextDouble(), -3)),
        new Distribution("few whole numbers", random -> random.nextInt(7) - 2),
        new Distribution("one value", random -> 42),
        new Distribution("tiny and huge", random -> Math.pow(10, random.nextInt(600) - 300)));
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void percentilesAreWithinOnePercentOfTheValueAtTheirRank(Distribution distribution) {
    Random random = new Random(7);
    double[] values = new double[VALUES];
    for (int i = 0; i < values.length; i++) {
      values[i] = distribution.value().applyAsDouble(random);
    }

    Map<Double, BigDecimal> estimates = estimates(values);

    double[] sorted = Arrays.stream(values).sorted().toArray();
    for (double percent : PERCENTS) {
      double exact = sorted[(int) Math.floor(percent / 100 * (VALUES - 1))];
      double estimate = Objects.requireNonNull(estimates.get(percent)).doubleValue();
      assertThat(Math.abs(estimate - exact))
          .as("p%s of %s is about %s", percent, exact, estimate)
          .isLessThanOrEqualTo(ACCURACY * Math.abs(exact) * (1 + 1e-9));
    }
  }

  private static Map<Double, BigDecimal> estimates(double[] values) {
    Percentiles percentiles = new Percentiles(PERCENTS);
    Accumulator<BigDecimal> accumulator = percentiles.accumulator();
    for (double value : values) {
      accumulator.add(BigDecimal.valueOf(value));
    }
    return Objects.requireNonNull(percentiles.result(accumulator.partial()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100, 1_000, 1_500, 2_000, 10_000, 30_000, 100_000})
  void cardinalitiesAreWithinThreeStandardErrors(int different) {
    for (String form : List.of("%d", "user-%d@example.org", "%x", "/items/%d?page=1")) {
      Cardinality cardinality = new Cardinality();
      Accumulator<String> accumulator = cardinality.accumulator();
      for (int i = 0; i < 2 * different; i++) {
        accumulator.add(form.formatted(i % different));
      }

      double error = Math.abs(cardinality.result(accumulator.partial()) - (double) different);
      assertThat(error / different).as(form).isLessThanOrEqualTo(CARDINALITY_BOUND);
      if (different <= 1_000) {
        assertThat(error).as(form).isZero();
      }
    }
  }
}
