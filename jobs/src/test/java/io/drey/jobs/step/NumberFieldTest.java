// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.rule.InvalidEventException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFieldTest {
  private static final NumberField FIELD = new NumberField(FieldPath.of("a.n"));

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "-5, -5",
    "5.0, 5",
    "50e-1, 5",
    "1e3, 1000",
    "-0, 0",
    "0e999999999, 0",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808"
  })
  void readsAWholeNumberHoweverItIsWritten(String written, long number) {
    assertThat(FIELD.of(event(written))).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "\"5\"",
        "true",
        "[5]",
        "9223372036854775808",
        "1e999999999",
        "1e-999999999"
      })
  void refusesWhatIsNoWholeNumberOf64Bits(String written) {
    assertThatThrownBy(() -> FIELD.of(event(written)))
        .isInstanceOf(InvalidEventException.class)
        .hasMessage("Invalid a.n: must be a whole 64-bit number but was " + written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"a\":5}", "{\"a\":{\"n\":null}}"})
  void refusesAnEventWithoutOne(String event) {
    assertThatThrownBy(() -> FIELD.of(Event.of(event)))
        .isInstanceOf(InvalidEventException.class)
        .hasMessage("Missing field 'a.n'");
  }

  @Test
  void refusesANumberTooLongToConvert() {
    assertThatThrownBy(() -> FIELD.of(event("1" + "0".repeat(200_000))))
        .isInstanceOf(InvalidEventException.class)
        .hasMessage("Invalid a.n: must be a whole 64-bit number but was 1" + "0".repeat(99) + "…");
  }

  private static Event event(String number) {
    return Event.of("{\"a\":{\"n\":" + number + "}}");
  }
}
