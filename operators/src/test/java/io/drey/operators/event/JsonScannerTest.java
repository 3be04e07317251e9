// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonScannerTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          ``                  => Expected an object at byte 0
          ` []`               => Expected an object at byte 1
          1                   => Expected an object at byte 0
          {}x                 => Unexpected text after the object at byte 2
          {} {}               => Unexpected text after the object at byte 3
          {                   => Expected a field name at byte 1
          {1:2}               => Expected a field name at byte 1
          {"a":1,}            => Expected a field name at byte 7
          {"a":{"b":1,}}      => Expected a field name at byte 12
          {"a" 1}             => Expected ':' at byte 5
          {"a"                => Expected ':' at byte 4
          {"a":[{"b"}]}       => Expected ':' at byte 10
          {"a":}              => Expected a value at byte 5
          {"a":               => Expected a value at byte 5
          {"a":tru}           => Expected a value at byte 5
          {"a":nul            => Expected a value at byte 5
          {"a":+1}            => Expected a value at byte 5
          {"a":[1,]}          => Expected a value at byte 8
          {"a":1 "b":2}       => Expected ',' or '}' at byte 7
          {"a":{"b":1]}       => Expected ',' or '}' at byte 11
          {"a":1              => Expected ',' or '}' at byte 6
          {"a":01}            => Expected ',' or '}' at byte 6
          {"a":[1}            => Expected ',' or ']' at byte 7
          {"a":-}             => Invalid number at byte 6
          {"a":1.}            => Invalid number at byte 7
          {"a":1.e5}          => Invalid number at byte 7
          {"a":1e+}           => Invalid number at byte 8
          {"a":"\\x"}         => Invalid escape at byte 6
          {"a":"\\            => Invalid escape at byte 6
          {"a":"\\u12g4"}     => Invalid \\u escape at byte 6
          {"a":"\\u12         => Invalid \\u escape at byte 6
          {"a":"bc            => Unterminated string at byte 8
          {"a                 => Unterminated string at byte 3
          """)
  void saysWhatIsWrongAndWhere(String json, String message) {
    assertMalformed(json.getBytes(UTF_8), message);
  }

  @Test
  void findsControlCharactersWhereverTheyAre() {
    for (int at = 0; at < 20; at++) {
      byte[] line = ("{\"a\":\"" + "x".repeat(20) + "\"}").getBytes(UTF_8);
      line[6 + at] = 0x1F;

      assertMalformed(line, "Control character in a string at byte " + (6 + at));
    }
  }

  @Test
  void findsInvalidUtf8WhereverItIs() {
    for (int at = 0; at < 20; at++) {
      byte[] line = ("{\"a\":\"" + "x".repeat(at) + "\u00c0\u00af\"}").getBytes(ISO_8859_1);

      assertMalformed(line, "Invalid UTF-8 at byte " + (6 + at));
    }
  }

  @Test
  void countsBytesFromTheBeginningOfTheLine() {
    byte[] lines = "{\"a\":1}\n{\"a\":x}\n".getBytes(UTF_8);

    assertThatThrownBy(() -> Event.parse(lines, 8, 15))
        .hasMessage("Expected a value at byte 5")
        .hasNoSuppressedExceptions();
  }

  @Test
  void allowsAThousandLevelsAndNoMore() throws MalformedJsonException {
    byte[] deepest = nested(999).getBytes(UTF_8);

    assertThat(Event.parse(deepest, 0, deepest.length).length()).isEqualTo(deepest.length);
    assertMalformed(nested(1000).getBytes(UTF_8), "Nested deeper than 1000 at byte 1004");
  }

  @Test
  void readsALineOf64MiB() throws MalformedJsonException {
    byte[] line = new byte[64 << 20];
    Arrays.fill(line, (byte) 'x');
    byte[] head = "{\"id\":7,\"text\":\"".getBytes(UTF_8);
    System.arraycopy(head, 0, line, 0, head.length);
    line[line.length - 2] = '"';
    line[line.length - 1] = '}';

    Event event = Event.parse(line, 0, line.length);

    assertThat(event.text(FieldPath.of("id"))).isEqualTo("7");
    assertThat(event.without("text").toString()).isEqualTo("{\"id\":7}");
  }

  private static String nested(int arrays) {
    return "{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}";
  }

  private static void assertMalformed(byte[] line, String message) {
    assertThatThrownBy(() -> Event.parse(line, 0, line.length))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessage(message);
  }
}
