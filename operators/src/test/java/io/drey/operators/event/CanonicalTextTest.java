// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalTextTest {
  @Test
  void isOneForEqualValues() {
    Event event =
        Event.of("{\"a\":1.0,\"b\":\"\\u0061\\\"\",\"c\":true,\"d\":null,\"e\":[1],\"f\":{}}");

    assertThat(of(event, "a")).isEqualTo("1");
    assertThat(of(event, "b")).isEqualTo("\"a\\\"\"");
    assertThat(of(event, "c")).isEqualTo("true");
    assertThat(of(event, "d")).isEqualTo("null");
    assertThat(of(event, "e")).isEqualTo("null");
    assertThat(of(event, "f")).isEqualTo("null");
    assertThat(of(event, "g")).isEqualTo("null");
  }

  @Test
  void givesTheContentOfStringsBack() {
    assertThat(CanonicalText.content("\"a\\\"é\\n\"")).isEqualTo("a\"é\n");
    assertThat(CanonicalText.content("1.5")).isEqualTo("1.5");
    assertThat(CanonicalText.content("true")).isEqualTo("true");
  }

  @Test
  void ordersNumbersBySizeThenBooleansThenStrings() {
    List<String> sorted =
        List.of(
            "-1E400",
            "-3",
            "0.5",
            "9",
            "10",
            "1E300",
            "1" + "0".repeat(2000),
            "1E99999999999",
            "false",
            "true",
            "\"\"",
            "\"10\"",
            "\"9\"",
            "\"a\"",
            "\"a!\"",
            "\"é\"");
    List<String> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(1));

    shuffled.sort(CanonicalText::compare);

    assertThat(shuffled).isEqualTo(sorted);
  }

  @Test
  void writesNumbersInOneWay() {
    assertThat(JsonText.number(new BigDecimal("1E+7"))).isEqualTo("10000000");
    assertThat(JsonText.number(new BigDecimal("1.500"))).isEqualTo("1.5");
    assertThat(JsonText.number(new BigDecimal("-0.00000001"))).isEqualTo("-0.00000001");
    assertThat(JsonText.number(new BigDecimal("0E-9"))).isEqualTo("0");
    assertThat(JsonText.number(new BigDecimal("2.5E+300"))).isEqualTo("25E299");
  }

  private static String of(Event event, String field) {
    return String.valueOf(CanonicalText.of(event, FieldPath.of(field)));
  }
}
