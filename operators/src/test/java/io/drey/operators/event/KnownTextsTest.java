// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownTextsTest {
  private static final List<String> KNOWN =
      List.of("SYN", "SYN_ACK", "ACK", "", "a\\b", "ü", "200", "true", "{}", "\ud800", "NYS");

  private final KnownTexts texts = new KnownTexts(KNOWN);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"SYN\"",
        "\"SYN_\"",
        "\"S\\u0059N\"",
        "\"\"",
        "\"a\\b\"",
        "\"a\\\\b\"",
        "\"ü\"",
        "\"\\u00fc\"",
        "200",
        "200.0",
        "\"200\"",
        "true",
        "{}",
        "[]",
        "\"\\ud800\"",
        "\"?\"",
        "\"NYS\"",
        "\"YSN\""
      })
  void readsWhatTheValueSays(String json) {
    JsonValue value = value(json);

    assertThat(texts.text(value)).isEqualTo(value.text());
  }

  @Test
  void makesNoTextOfOneItKnows() {
    assertThat(texts.text(value("\"SYN_ACK\""))).isSameAs(KNOWN.get(1));
    assertThat(texts.text(value("200"))).isSameAs(KNOWN.get(6));
  }

  @Test
  void knowsNothingIfToldNothing() {
    assertThat(new KnownTexts(List.of()).text(value("\"x\""))).isEqualTo("x");
  }

  private static JsonValue value(String json) {
    Event event = Event.of("{\"f\":" + json + "}");
    return Objects.requireNonNull(event.value(FieldPath.of("f")));
  }
}
