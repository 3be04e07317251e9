// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
  @Test
  void listsElementsAsWritten() {
    JsonValue array = value("[ 1 ,\"a,]\\\"[\", [2, [ ]],{\"x\" : \"}\\\\\" } , null,true ]");

    assertThat(Objects.requireNonNull(array.elements()))
        .extracting(JsonValue::raw)
        .containsExactly("1", "\"a,]\\\"[\"", "[2, [ ]]", "{\"x\" : \"}\\\\\" }", "null", "true");
    assertThat(value("[]").elements()).isEmpty();
    assertThat(value("[ \n ]").elements()).isEmpty();
    assertThat(value("[1e5]").elements()).extracting(JsonValue::raw).isEqualTo(List.of("1e5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"[]\"", "{}", "null"})
  void hasNoElementsUnlessAnArray(String json) {
    assertThat(value(json).elements()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0, true, 0",
    "-0, true, 0",
    "-17, true, -17",
    "999999999999999999, true, 999999999999999999",
    "1000000000000000000, false, 0",
    "1.0, false, 0",
    "1e0, false, 0",
    "true, false, 0",
    "[1], false, 0",
  })
  void readsShortIntegers(String json, boolean isShort, long number) {
    JsonValue value = value(json);

    assertThat(value.isShortInteger()).isEqualTo(isShort);
    assertThat(isShort ? value.shortInteger() : 0).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      value = {
        "\"abc\", abc, true",
        "\"abd\", abc, false",
        "\"ab\", abc, false",
        "\"abcd\", abc, false",
        "\"a\\u0062c\", abc, true",
        "\"\\ud83d\\ude00\", 😀, true",
        "\"😀\", 😀, true",
        "\"\\n\", n, false",
        "12, 12, false",
      })
  void comparesTextByBytesOrEscapes(String json, String text, boolean isText) {
    assertThat(value(json).isText(text, text.getBytes(UTF_8))).isEqualTo(isText);
  }

  @Test
  void findsUnpairedSurrogatesOnlyByEscapes() {
    byte[] inNoString = {'"'};

    assertThat(value("\"\\ud83d\"").isText("\uD83D", inNoString)).isTrue();
    assertThat(value("\"?\"").isText("\uD83D", inNoString)).isFalse();
    assertThat(value("\"\"").isText("\uD83D", inNoString)).isFalse();
  }

  @Test
  void givesValuesByNameWithDotsAndByIndex() {
    Event event = Event.of("{\"a.b\":{\"c\":1},\"d\":2,\"d\":3}");

    JsonValue nested = event.value(new FieldName("a.b"), new FieldName("c"));
    assertThat(nested).hasToString("1");
    assertThat(event.value(new FieldName("a.b"), new FieldName("x"))).isNull();
    assertThat(event.value(new FieldName("d"), new FieldName("x"))).isNull();
    assertThat(event.valueAt(1)).hasToString("2");
    assertThat(event.valueAt(2)).hasToString("3");
  }

  private static JsonValue value(String json) {
    return Event.of("{\"v\":" + json + "}").valueAt(0);
  }
}
