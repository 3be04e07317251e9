// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPathsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          1                           => 1
          1.0                         => 1
          10e-1                       => 1
          0.1E1                       => 1
          -0                          => 0
          0.000e99999999999           => 0
          -5                          => -5
          1.50                        => 1.5
          1e2                         => 100
          1e19                        => 10000000000000000000
          1e20                        => 1E20
          100000000000000000000       => 1E20
          123456789012345678901       => 123456789012345678901
          1e-20                       => 0.00000000000000000001
          1e-21                       => 1E-21
          -12.5e-3                    => -0.0125
          1e99999999999999999999      => 1E99999999999999999999
          10e99999999999999999999     => 1E100000000000000000000
          0.1e100000000000000000000   => 1E99999999999999999999
          0.1e-99999999999999999999   => 1E-100000000000000000000
          1e+00000000000000000000002  => 100
          true                        => true
          "a"                         => "a"
          "1"                         => "1"
          "\\u0061\\/\\u00e9"         => "a/é"
          "\\u000A\\u0022\\u005c"     => "\\n\\"\\\\"
          "\\uD83D\\uDE00"            => "😀"
          "\\uD83D"                   => "\\ud83d"
          """)
  void writesAKeyInOneWayOnly(String value, String key) {
    Event event = Event.of("{\"k\":" + value + "}");

    assertThat(KeyPaths.of("k").read(event)).isEqualTo(key);
    assertThat(KeyPaths.of("k", "k").read(event)).isEqualTo("[" + key + "," + key + "]");
  }

  @Test
  void readsNestedAndCompositeKeysInTheOrderNamed() {
    Event event = Event.of("{\"a\":1.0,\"u\":{\"id\":\"x\",\"ok\":false}}");

    assertThat(KeyPaths.of("u.id").read(event)).isEqualTo("\"x\"");
    assertThat(KeyPaths.of("u.ok", "a", "u.id").read(event)).isEqualTo("[false,1,\"x\"]");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"{}", "{\"k\":null}", "{\"k\":{}}", "{\"k\":[1]}"})
  void takesNoKeyFromWhatIsNoScalar(String json) {
    Event event = Event.of(json).with("a", 1);

    assertThat(KeyPaths.of("k").read(event)).isNull();
    assertThat(KeyPaths.of("k").keyed(event)).isNull();
    assertThat(KeyPaths.of("a", "k").keyed(event)).isNull();
    assertThat(KeyPaths.of("a", "k").missing(event)).isEqualTo(FieldPath.of("k"));
  }

  @Test
  void readsAKeyOfAMegabyteInNoTime() {
    String digits = "1".repeat(1 << 20);

    String key = KeyPaths.of("k").read(Event.of("{\"k\":10e" + digits + "}"));

    assertThat(key).isEqualTo("1E" + digits.substring(1) + "2");
  }

  @Test
  void hasOneKeyForAllEventsWhereItNamesNoField() {
    Event event = Event.of("{\"a\":1}");

    assertThat(KeyPaths.NONE.read(event)).isEqualTo("[]");
    assertThat(KeyPaths.NONE.putInto(new EventWriter(16), "[]").event()).hasToString("{}");
  }

  @Test
  void putsTheValuesOfAKeyUnderThePathsOfItsFields() {
    assertThat(KeyPaths.of("a.b").putInto(new EventWriter(16), "1.5").event())
        .hasToString("{\"a.b\":1.5}");
    assertThat(KeyPaths.of("user", "a.b").putInto(new EventWriter(16), "[\"x,\\\"y\",1.5]").event())
        .hasToString("{\"user\":\"x,\\\"y\",\"a.b\":1.5}");
  }
}
