// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchFiguresTest {
  private static final int VALUES = 200;

  @Test
  void tellHowManyDistinctValuesThereAre() {
    Accumulator<String> values = new Cardinality().accumulator();
    List.of("/cart", "/", "/cart").forEach(values::add);

    assertThat(SketchFigures.of(sketch(values))).isEqualTo(Map.of("distinct", 2L));
  }

  @Test
  void tellHowNumbersAreSpread() {
    Map<String, Number> figures = SketchFigures.of(sketchOfNumbers());

    assertThat(figures.keySet()).containsExactly("count", "min", "p50", "p95", "p99", "max");
    assertThat(figures.get("count")).isEqualTo((long) VALUES);
    assertFigure(figures, "min", 1);
    assertFigure(figures, "p50", 100);
    assertFigure(figures, "p95", 190);
    assertFigure(figures, "p99", 198);
    assertFigure(figures, "max", 200);
  }

  private static void assertFigure(Map<String, Number> figures, String name, double expected) {
    assertThat(Objects.requireNonNull(figures.get(name)).doubleValue())
        .as(name)
        .isCloseTo(expected, withinPercentage(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 8})
  void refusesWhatIsNoSketch(int length) {
    for (byte[] sketch : List.of(sketchOfNumbers(), sketch(new Cardinality().accumulator()))) {
      byte[] damaged = Arrays.copyOf(sketch, length);
      if (length > 0) {
        damaged[0] ^= 0x55;
      }

      assertThatThrownBy(() -> SketchFigures.of(damaged))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Invalid sketch: must be one of a measure");
    }
  }

  private static byte[] sketchOfNumbers() {
    Accumulator<BigDecimal> numbers = new Percentiles(List.of(50.0)).accumulator();
    IntStream.rangeClosed(1, VALUES).mapToObj(BigDecimal::valueOf).forEach(numbers::add);
    return sketch(numbers);
  }

  private static byte[] sketch(Accumulator<?> values) {
    return Objects.requireNonNull(values.partial().sketch());
  }
}
