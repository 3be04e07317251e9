// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasureTypeTest {
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
    assertThatThrownBy(() -> Tabulations.top(0, ValueOrder.NATURAL))
        .hasMessage("Invalid n: must be at least 1 but was 0");
    assertThatThrownBy(() -> Tabulations.bottom(-1, ValueOrder.NATURAL))
        .hasMessage("Invalid n: must be at least 1 but was -1");
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
