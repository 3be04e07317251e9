// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasureTypeTest {
  private static final List<Double> USUAL = List.of(50.0, 95.0, 99.0);

  @Test
  void countsValues() {
    assertThat(of(new Count(), List.of("a", "a", 1))).isEqualTo(3);
    assertThat(of(new Count(), List.of())).isZero();
  }

  @Test
  void addsExactly() {
    assertThat(of(Folding.SUM, numbers("0.1", "0.2", "1e20", "-0.30"))).hasToString("1E+20");
    assertThat(of(Folding.SUM, numbers("9223372036854775807", "1")))
        .hasToString("9223372036854775808");
    assertThat(of(Folding.SUM, List.of())).isNull();
  }

  @Test
  void findsTheLeastAndTheGreatestWithoutTrailingZeros() {
    assertThat(of(Folding.MIN, numbers("2", "-3.50", "10"))).hasToString("-3.5");
    assertThat(of(Folding.MAX, numbers("2", "10.0", "10", "9"))).hasToString("1E+1");
    assertThat(of(Folding.MIN, List.of())).isNull();
    assertThat(of(Folding.MAX, List.of())).isNull();
  }

  @Test
  void roundsAveragesHalfEvenTo34Digits() {
    assertThat(of(Folding.AVG, numbers("1", "2"))).hasToString("1.5");
    assertThat(of(Folding.AVG, numbers("1", "1", "0"))).hasToString("0." + "6".repeat(33) + "7");
    String digits = "1".repeat(33);
    assertThat(of(Folding.AVG, numbers(digits + "1", digits + "2"))).hasToString(digits + "2");
    assertThat(of(Folding.AVG, numbers(digits + "2", digits + "3"))).hasToString(digits + "2");
    assertThat(of(Folding.AVG, List.of())).isNull();
  }

  @Test
  void roundsTheSpreadOfASampleHalfEvenTo34Digits() {
    List<BigDecimal> eight = numbers("2", "4", "4", "4", "5", "5", "7", "9");
    assertThat(of(Spread.VARIANCE, eight)).hasToString("4.571428571428571428571428571428571");
    assertThat(of(Spread.STDDEV, eight)).hasToString("2.138089935299395077476427847038028");
    List<BigDecimal> mixed = numbers("0.1", "0.25", "-3");
    assertThat(of(Spread.VARIANCE, mixed)).hasToString("3.365833333333333333333333333333333");
    assertThat(of(Spread.STDDEV, mixed)).hasToString("1.834620760084583075721376617539977");
    assertThat(of(Spread.VARIANCE, numbers("7", "7.0"))).isEqualTo(BigDecimal.ZERO);
    assertThat(of(Spread.STDDEV, numbers("7", "7.0"))).isEqualTo(BigDecimal.ZERO);
    assertThat(of(Spread.VARIANCE, numbers("7"))).isNull();
    assertThat(of(Spread.STDDEV, List.of())).isNull();
  }

  @Test
  void losesNoDigitOfASpreadAmongHugeOrTinyNumbers() {
    String huge = "1" + "0".repeat(30);
    assertThat(of(Spread.VARIANCE, numbers(huge + "1", huge + "2", huge + "3"))).hasToString("1");
    List<BigDecimal> apart = numbers("1e1000", "1e-1000");
    assertThat(of(Spread.VARIANCE, apart)).hasToString("5E+1999");
    assertThat(of(Spread.STDDEV, apart)).hasToString("7.07106781186547524400844362104849E+999");
    List<BigDecimal> tiny = numbers("1e-1000", "3e-1000", "8e-1000");
    assertThat(of(Spread.VARIANCE, tiny)).hasToString("1.3E-1999");
    assertThat(of(Spread.STDDEV, tiny)).hasToString("3.605551275463989293119221267470496E-1000");
  }

  @Test
  void tellsTheUsualStatisticsOfFewAndOfManyNumbers() {
    assertThat(known(new Stats(), numbers("30.0", "10")))
        .isEqualTo(
            new Statistics(
                2,
                new BigDecimal("4E+1"),
                new BigDecimal("1E+1"),
                new BigDecimal("3E+1"),
                new BigDecimal("2E+1"),
                Map.of(
                    50.0,
                    new BigDecimal("2E+1"),
                    95.0,
                    new BigDecimal("29"),
                    99.0,
                    new BigDecimal("29.8"))));
    List<BigDecimal> many = IntStream.rangeClosed(1, 200).mapToObj(BigDecimal::valueOf).toList();
    Statistics statistics = known(new Stats(), many);
    assertThat(statistics.count()).isEqualTo(200);
    assertThat(statistics.sum()).hasToString("2.01E+4");
    assertThat(statistics.min()).hasToString("1");
    assertThat(statistics.max()).hasToString("2E+2");
    assertThat(statistics.avg()).hasToString("100.5");
    assertThat(statistics.percentiles()).isEqualTo(of(new Percentiles(USUAL), many));
    assertThat(of(new Stats(), List.of())).isEqualTo(Statistics.NOTHING);
  }

  @Test
  void ranksByTheBestScoreOfEachValueAndEqualOnesByOrder() {
    List<Scored> values =
        List.of(scored("b", "3"), scored("a", "1"), scored("c", "2"), scored("a", "3.0"));

    assertThat(of(Ranking.top(2, ValueOrder.NATURAL), values))
        .containsExactly(scored("a", "3"), scored("b", "3"));
    assertThat(of(Ranking.bottom(5, ValueOrder.NATURAL), values))
        .containsExactly(scored("a", "1"), scored("c", "2"), scored("b", "3"));
    assertThat(of(Ranking.top(1, ValueOrder.NATURAL), List.of())).isEmpty();
  }

  @Test
  void choosesTheValueOfTheLeastOrGreatestScore() {
    List<Scored> values =
        List.of(scored("b", "3"), scored("d", "1"), scored("c", "1.0"), scored("a", "3.00"));

    assertThat(of(Extreme.min(ValueOrder.NATURAL), values)).isEqualTo("c");
    assertThat(of(Extreme.max(ValueOrder.NATURAL), values)).isEqualTo("a");
    assertThat(of(Extreme.max(ValueOrder.NATURAL), List.of())).isNull();
  }

  @Test
  void choosesByTimeToTheNanosecond() {
    List<TimedValue> values =
        List.of(at("b", 5, 1), at("a", 5, 2), at("c", 4, 9), at("d", 5, 2), at("e", 4, 8));

    assertThat(of(Outermost.first(Ties.BY_ARRIVAL), values)).isEqualTo("e");
    assertThat(of(Outermost.last(Ties.BY_ARRIVAL), values)).isEqualTo("d");
    assertThat(of(new Earliest(4, Ties.BY_ARRIVAL), values)).containsExactly("e", "c", "b", "a");
    assertThat(of(Outermost.first(Ties.BY_ARRIVAL), List.of())).isNull();
    assertThat(of(new Earliest(4, Ties.BY_ARRIVAL), List.of())).isEmpty();
  }

  @Test
  void breaksTiesOfTimeByArrivalOrByValue() {
    List<TimedValue> values = List.of(at("b", 5, 0), at("c", 5, 0), at("a", 5, 0));
    Ties byValue = Ties.by(ValueOrder.NATURAL);

    assertThat(of(Outermost.first(Ties.BY_ARRIVAL), values)).isEqualTo("b");
    assertThat(of(Outermost.first(byValue), values)).isEqualTo("a");
    assertThat(of(Outermost.last(Ties.BY_ARRIVAL), values)).isEqualTo("a");
    assertThat(of(Outermost.last(byValue), values)).isEqualTo("c");
    assertThat(of(new Earliest(3, Ties.BY_ARRIVAL), values)).containsExactly("b", "c", "a");
    assertThat(of(new Earliest(2, byValue), values)).containsExactly("a", "b");
  }

  @Test
  void keepsTheOrderOfArrivalOverPartialResults() {
    Ties ties = Ties.BY_ARRIVAL;
    assertThat(merged(Outermost.first(ties), at("b", 5, 0), at("a", 5, 0))).isEqualTo("b");
    assertThat(merged(Outermost.last(ties), at("b", 5, 0), at("a", 5, 0))).isEqualTo("a");
    assertThat(merged(new Earliest(2, ties), at("b", 5, 0), at("a", 5, 0)))
        .containsExactly("b", "a");
    assertThat(merged(new Earliest(1, ties), at("b", 5, 0), at("a", 4, 0))).containsExactly("a");
  }

  @Test
  void keepsNoMoreThanItAnswersFrom() {
    Random random = new Random(3);
    List<Scored> scored = new ArrayList<>();
    List<TimedValue> timed = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      int number = random.nextInt(3_000);
      scored.add(scored("v" + random.nextInt(1_000), Integer.toString(number)));
      timed.add(at("v" + i, number, 0));
    }

    List<ScoredValue> ranked = partial(Ranking.top(3, ValueOrder.NATURAL), scored).scored();
    assertThat(ranked).hasSize(3);
    Map<String, BigDecimal> best = new HashMap<>();
    scored.forEach(one -> best.merge(one.value(), one.score(), BigDecimal::max));
    assertThat(of(Ranking.top(3, ValueOrder.NATURAL), scored))
        .containsExactlyElementsOf(
            best.entrySet().stream()
                .sorted(
                    Map.Entry.<String, BigDecimal>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(entry -> scored(entry.getKey(), entry.getValue().toString()))
                .toList());
    assertThat(partial(new Earliest(7, Ties.BY_ARRIVAL), timed).timed()).hasSize(7);
    assertThat(of(new Earliest(7, Ties.BY_ARRIVAL), timed))
        .containsExactlyElementsOf(
            timed.stream()
                .sorted(Comparator.comparingLong(TimedValue::at))
                .limit(7)
                .map(TimedValue::value)
                .toList());
  }

  @Test
  void listsTheDifferentValuesInOrder() {
    assertThat(of(Tabulations.unique(ValueOrder.NATURAL), List.of("b", "a", "b", "")))
        .containsExactly("", "a", "b");
    assertThat(of(Tabulations.unique(ValueOrder.NATURAL), List.of())).isEmpty();
  }

  @Test
  void tellsHowOftenEachValueCameInOrder() {
    Map<String, Long> counts =
        known(Tabulations.freq(ValueOrder.NATURAL), List.of("b", "a", "c", "b"));

    assertThat(counts.entrySet())
        .containsExactly(Map.entry("a", 1L), Map.entry("b", 2L), Map.entry("c", 1L));
  }

  @Test
  void ranksByFrequencyAndEquallyFrequentValuesByOrder() {
    List<String> values = List.of("d", "c", "b", "b", "a", "c", "e", "a");

    assertThat(of(Tabulations.top(4, ValueOrder.NATURAL), values))
        .containsExactly(
            new Frequency("a", 2),
            new Frequency("b", 2),
            new Frequency("c", 2),
            new Frequency("d", 1));
    assertThat(of(Tabulations.bottom(3, ValueOrder.NATURAL), values))
        .containsExactly(new Frequency("d", 1), new Frequency("e", 1), new Frequency("a", 2));
    assertThat(of(Tabulations.top(4, ValueOrder.NATURAL), List.of())).isEmpty();
  }

  @Test
  void estimatesTheNumberOfDifferentValues() {
    assertThat(of(new Cardinality(), List.of("a", "", "a", "b"))).isEqualTo(3);
    assertThat(of(new Cardinality(), List.of())).isZero();
  }

  @Test
  void interpolatesPercentilesOfFewValuesExactly() {
    assertThat(percentiles(List.of(50.0, 95.0, 99.0), numbers("0.030", "0.010")))
        .containsExactly("50.0=0.02", "95.0=0.029", "99.0=0.0298");
    assertThat(percentiles(List.of(25.0, 0.0, 100.0, 33.3), numbers("4", "1", "2", "3")))
        .containsExactly("25.0=1.75", "0.0=1", "100.0=4", "33.3=1.999");
    assertThat(percentiles(List.of(0.0, 99.0), numbers("7"))).containsExactly("0.0=7", "99.0=7");
    assertThat(of(new Percentiles(List.of(50.0)), List.of())).isNull();
  }

  @Test
  void keepsUpToAHundredValuesAsTheyAre() {
    List<BigDecimal> hundred = IntStream.rangeClosed(1, 100).mapToObj(BigDecimal::valueOf).toList();
    List<BigDecimal> more = IntStream.rangeClosed(1, 101).mapToObj(BigDecimal::valueOf).toList();

    assertThat(percentiles(List.of(50.0), hundred)).containsExactly("50.0=50.5");
    Map<Double, BigDecimal> estimates = known(new Percentiles(List.of(50.0)), more);
    assertThat(Objects.requireNonNull(estimates.get(50.0)))
        .isBetween(new BigDecimal("50.49"), new BigDecimal("51.51"))
        .isNotEqualByComparingTo("51");
  }

  @Test
  void takesNumbersBeyondADoubleForTheGreatestWhereTheyAreMany() {
    List<BigDecimal> beyond = new ArrayList<>(Collections.nCopies(100, new BigDecimal("-1e400")));
    assertThat(percentiles(List.of(0.0), beyond)).containsExactly("0.0=-1E+400");

    beyond.add(new BigDecimal("1e400"));

    Map<Double, BigDecimal> values = known(new Percentiles(List.of(0.0, 100.0)), beyond);
    assertThat(Objects.requireNonNull(values.get(0.0))).isLessThan(new BigDecimal("-1.7e308"));
    assertThat(Objects.requireNonNull(values.get(100.0))).isGreaterThan(new BigDecimal("1.7e308"));
  }

  @Test
  void rejectsWhatIsNoRank() {
    assertThatThrownBy(() -> new Percentiles(List.of(50.0, 100.5)))
        .hasMessage("Invalid at: must be from 0 to 100 but was 100.5");
    assertThatThrownBy(() -> new Percentiles(List.of(Double.NaN)))
        .hasMessage("Invalid at: must be from 0 to 100 but was NaN");
    assertThatThrownBy(() -> new Percentiles(List.of()))
        .hasMessage("Invalid at: must be at least one but was none");
    assertThatThrownBy(() -> new Earliest(0, Ties.BY_ARRIVAL))
        .hasMessage("Invalid limit: must be at least 1 but was 0");
    assertThatThrownBy(() -> Ranking.top(0, ValueOrder.NATURAL))
        .hasMessage("Invalid n: must be at least 1 but was 0");
    assertThatThrownBy(() -> Tabulations.top(0, ValueOrder.NATURAL))
        .hasMessage("Invalid n: must be at least 1 but was 0");
    assertThatThrownBy(() -> Tabulations.bottom(-1, ValueOrder.NATURAL))
        .hasMessage("Invalid n: must be at least 1 but was -1");
  }

  private static Scored scored(String value, String score) {
    return new Scored(value, new BigDecimal(score));
  }

  private static TimedValue at(String value, long millis, int nanos) {
    return new TimedValue(value, millis, nanos);
  }

  private static <R> @Nullable R merged(
      MeasureType<TimedValue, R> type, TimedValue one, TimedValue other) {
    return type.result(type.merge(partial(type, List.of(one)), partial(type, List.of(other))));
  }

  private static <V> PartialMeasure partial(MeasureType<V, ?> type, List<V> values) {
    Accumulator<V> accumulator = type.accumulator();
    values.forEach(accumulator::add);
    return accumulator.partial();
  }

  private static <V, R> R known(MeasureType<V, R> type, List<? extends V> values) {
    return Objects.requireNonNull(of(type, values));
  }

  private static <V, R> @Nullable R of(MeasureType<V, R> type, List<? extends V> values) {
    return new PartialMeasures<>(type).of(Collections.unmodifiableList(values));
  }

  private static List<String> percentiles(List<Double> at, List<BigDecimal> values) {
    return known(new Percentiles(at), values).entrySet().stream().map(Map.Entry::toString).toList();
  }

  private static List<BigDecimal> numbers(String... numbers) {
    return Arrays.stream(numbers).map(BigDecimal::new).toList();
  }
}
