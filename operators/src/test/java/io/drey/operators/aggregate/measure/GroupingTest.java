// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However values are divided and their partial results merged, the result is the same. */
class GroupingTest {
  private static final int TRIALS = 60;
  private static final Ties BY_VALUE = Ties.by(ValueOrder.NATURAL);

  /** A type with what it measures of a random number. */
  record Subject<V>(MeasureType<V, ?> type, Function<Random, V> value) {
    @Override
    public String toString() {
      return type.name();
    }
  }

  static Stream<Subject<?>> subjects() {
    Function<Random, String> word = random -> "v" + (int) Math.abs(random.nextGaussian() * 300);
    return Stream.of(
        new Subject<Object>(new Count(), Random::nextInt),
        new Subject<>(Folding.SUM, GroupingTest::decimal),
        new Subject<>(Folding.MIN, GroupingTest::decimal),
        new Subject<>(Folding.MAX, GroupingTest::decimal),
        new Subject<>(Folding.AVG, GroupingTest::decimal),
        new Subject<>(Spread.VARIANCE, GroupingTest::decimal),
        new Subject<>(Spread.STDDEV, GroupingTest::decimal),
        new Subject<>(new Stats(), GroupingTest::decimal),
        new Subject<>(Ranking.top(20, ValueOrder.NATURAL), GroupingTest::scored),
        new Subject<>(Ranking.bottom(3, ValueOrder.NATURAL), GroupingTest::scored),
        new Subject<>(Extreme.min(ValueOrder.NATURAL), GroupingTest::scored),
        new Subject<>(Extreme.max(ValueOrder.NATURAL), GroupingTest::scored),
        new Subject<>(Outermost.first(BY_VALUE), GroupingTest::timed),
        new Subject<>(Outermost.last(BY_VALUE), GroupingTest::timed),
        new Subject<>(new Earliest(30, BY_VALUE), GroupingTest::timed),
        new Subject<>(Tabulations.unique(ValueOrder.NATURAL), word),
        new Subject<>(Tabulations.freq(ValueOrder.NATURAL), word),
        new Subject<>(Tabulations.top(20, ValueOrder.NATURAL), word),
        new Subject<>(Tabulations.bottom(20, ValueOrder.NATURAL), word),
        new Subject<>(new Cardinality(), random -> "v" + random.nextInt(6000)),
        new Subject<>(
            new Percentiles(List.of(0.0, 1.0, 50.0, 99.9, 100.0)),
            random ->
                BigDecimal.valueOf(
                    Math.exp(random.nextGaussian() * 20) * (random.nextInt(3) - 1))));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  <V> void doesNotChangeTheResult(Subject<V> subject) throws Exception {
    PartialMeasures<V, ?> measuring = new PartialMeasures<>(subject.type());
    for (int seed = 0; seed < TRIALS; seed++) {
      Random random = new Random(seed);
      List<V> values = new ArrayList<>();
      for (int i = size(seed, random); i > 0; i--) {
        values.add(subject.value().apply(random));
      }

      assertThat(String.valueOf(measuring.scattered(values, random)))
          .as("seed %s", seed)
          .isEqualTo(String.valueOf(measuring.of(values)));
    }
  }

  /** Few, many, or about as many as percentiles keep as they are. */
  private static int size(int seed, Random random) {
    return switch (seed % 4) {
      case 0 -> random.nextInt(6000);
      case 1 -> Sample.MOST_EXACT - 3 + random.nextInt(7);
      default -> random.nextInt(40);
    };
  }

  private static Scored scored(Random random) {
    return new Scored("v" + random.nextInt(300), BigDecimal.valueOf(random.nextInt(50), 1));
  }

  private static TimedValue timed(Random random) {
    return new TimedValue("v" + random.nextInt(9), random.nextInt(20), random.nextInt(3));
  }

  private static BigDecimal decimal(Random random) {
    return BigDecimal.valueOf(random.nextLong(), random.nextInt(40) - 20);
  }
}
