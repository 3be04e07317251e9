// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          {}                                => {"x":9}
          `{ }`                             => `{"x":9 }`
          {"a":1}                           => {"a":1,"x":9}
          `{ "a" : 1 , "b" : 2 }`           => `{ "a" : 1 , "b" : 2,"x":9 }`
          {"x":1,"a":2}                     => {"x":9,"a":2}
          {"a":1,"x":{"x":1},"b":2}         => {"a":1,"x":9,"b":2}
          {"a":1,"x":"long"}                => {"a":1,"x":9}
          `{ "x"\t: [ ] , "a":1.50}`        => `{ "x"\t: 9 , "a":1.50}`
          {"a":{"x":1},"b":[{"x":2}]}       => {"a":{"x":1},"b":[{"x":2}],"x":9}
          {"\\u0078":1,"a":2}               => {"\\u0078":9,"a":2}
          {"x":1,"a":2,"x":3,"b":4}         => {"a":2,"x":9,"b":4}
          {"x":1,"x":2,"\\u0078":3}         => {"\\u0078":9}
          {"X":1}                           => {"X":1,"x":9}
          """)
  void writesAFieldInPlaceOrAtTheEnd(String json, String expected) {
    assertThat(Event.of(json).with("x", 9)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          {}                                => {}
          {"a":1}                           => {"a":1}
          {"x":1}                           => {}
          `{ "x" : 1 }`                     => `{  }`
          {"x":1,"a":2}                     => {"a":2}
          {"a":1,"x":2,"b":3}               => {"a":1,"b":3}
          {"a":1,"x":2}                     => {"a":1}
          `{ "x":1 , "a":2 , "y":3 }`       => `{ "a":2 }`
          {"x":1,"x":2,"y":3,"\\u0078":4}   => {}
          {"a":{"x":1},"y":[]}              => {"a":{"x":1}}
          """)
  void takesOutFields(String json, String expected) {
    assertThat(Event.of(json).without("x", "y")).hasToString(expected);
  }

  @Test
  void isItselfWithoutAFieldItDoesNotHave() {
    Event event = Event.of("{\"a\":1}");

    assertThat(event.without("b", "c")).isSameAs(event);
  }

  @Test
  void writesEveryKindOfValue() {
    Event source = Event.of("{\"n\":1.50,\"o\":{\"k\":[1, 2]}}");

    Event event =
        Event.of("{}")
            .with("text", "a\"\n\u0000é😀\ud800")
            .with("number", Long.MIN_VALUE)
            .with("flag", true)
            .with("copy", value(source, "n"))
            .with("deep", value(source, "o.k"))
            .with("na\"me", "");

    assertThat(event)
        .hasToString(
            "{\"text\":\"a\\\"\\n\\u0000é😀\\ud800\",\"number\":-9223372036854775808,\"flag\":true,"
                + "\"copy\":1.50,\"deep\":[1, 2],\"na\\\"me\":\"\"}");
    assertThat(event.text(FieldPath.of("na\"me"))).isEmpty();
    assertThat(event.with("na\"me", 2).names()).isEqualTo(event.names());
  }

  @Test
  void readsFieldsByKind() {
    Event event =
        Event.of("{\"s\":\"a\\u00e9\",\"n\":-1.50e2,\"t\":true,\"z\":null,\"o\":{},\"l\":[1]}");

    assertThat(value(event, "s").text()).isEqualTo("aé");
    assertThat(value(event, "s").raw()).isEqualTo("\"a\\u00e9\"");
    assertThat(value(event, "n").number()).isEqualTo(new BigDecimal("-1.50e2"));
    assertThat(value(event, "n").text()).isEqualTo("-1.50e2");
    assertThat(value(event, "s").number()).isNull();
    assertThat(value(event, "t").isTrue()).isTrue();
    assertThat(value(event, "z").kind()).isEqualTo(JsonValue.Kind.NULL);
    assertThat(event.text(FieldPath.of("z"))).isNull();
    assertThat(value(event, "o").object()).isEqualTo(Event.of("{}"));
    assertThat(value(event, "l").object()).isNull();
    assertThat(event.names()).containsExactly("s", "n", "t", "z", "o", "l");
  }

  @Test
  void readsNestedFields() {
    Event event = Event.of("{\"a\":{\"b\":1},\"a\": {\"x\":{},\"b\":{\"c\": \"}\" }},\"s\":\"{\"}");

    assertThat(text(event, "a.b.c")).isEqualTo("}");
    assertThat(text(event, "a.b")).isEqualTo("{\"c\": \"}\" }");
    assertThat(text(event, "a.x.c")).isNull();
    assertThat(text(event, "a.b.c.d")).isNull();
    assertThat(text(event, "s.b")).isNull();
    assertThat(text(event, "b")).isNull();
  }

  @Test
  void givesNoNumberThatWouldTakeTooLong() {
    Event event = Event.of("{\"far\":1e9999999999,\"long\":" + "1".repeat(100_001) + "}");

    assertThat(value(event, "far").number()).isNull();
    assertThat(value(event, "long").number()).isNull();
  }

  @Test
  void isEqualIfWrittenAlike() {
    Event event = Event.of("{\"a\":1}");

    assertThat(event).isEqualTo(Event.of(" {\"a\":1}\n")).hasSameHashCodeAs(Event.of("{\"a\":1}"));
    assertThat(event.withKey("1")).isEqualTo(event);
    assertThat(event).isNotEqualTo(Event.of("{\"a\": 1}"));
  }

  @Test
  void sharesNoBytesWithTheBufferItWasReadFrom() throws MalformedJsonException, IOException {
    byte[] buffer = " {\"a\":1} ".getBytes(UTF_8);
    Event event = Event.parse(buffer, 0, buffer.length);
    buffer[6] = '2';
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    event.writeTo(written);

    assertThat(written).hasToString("{\"a\":1}");
  }

  @Test
  void hasNoKeyUntilItIsGivenOne() {
    Event event = Event.of("{\"a\":1}");

    assertThat(event.withKey("1").key()).isEqualTo("1");
    assertThatThrownBy(event::key)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Event has no key: {\"a\":1}");
    assertThatThrownBy(event.withKey("1").bare()::key).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void rejectsTextThatIsNoObject() {
    assertThatThrownBy(() -> Event.of("[]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid event: Expected an object at byte 0");
  }

  @Test
  void rejectsPathWithAnEmptyName() {
    assertThatThrownBy(() -> FieldPath.of("a..b"))
        .hasMessage("Invalid field: must be names joined by dots but was 'a..b'");
    assertThatThrownBy(() -> FieldPath.of(""))
        .hasMessage("Invalid field: must be names joined by dots but was ''");
  }

  private static JsonValue value(Event event, String path) {
    JsonValue value = event.value(FieldPath.of(path));
    assertThat(value).isNotNull();
    return Objects.requireNonNull(value);
  }

  private static @Nullable String text(Event event, String path) {
    return event.text(FieldPath.of(path));
  }
}
