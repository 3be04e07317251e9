// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.event.Event;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions of numbers, lists and types, in expressions and in scripts. */
class FunctionsTest {
  private static final String EVENT =
      "{\"d\":2.345,\"e\":1.5e3,\"l\":[3,1,2.5],\"m\":[\"b\",null,1,true],\"s\":\"abc\",\"z\":null}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          round(event.d)                 | 2
          round(event.d, 2)              | 2.35
          round(event.d, 9)              | 2.345
          round(-2.5)                    | -3
          round(2.5)                     | 3
          round(1250, -2)                | 1300
          round(event.e, -3)             | 2000
          round(7)                       | 7
          round(event.s)                 | null
          round(1.5, 'a')                | null
          round(1.5, 101)                | null
          round(1.5, 0.5)                | null
          floor(-0.5)                    | -1
          floor(event.d)                 | 2
          ceil(-0.5)                     | 0
          ceil(event.d)                  | 3
          ceil('1')                      | null
          abs(-1.50)                     | 1.50
          abs(-9223372036854775807 - 1)  | 9223372036854775808
          abs(event.z)                   | null
          min(2, 1.5, 3)                 | 1.5
          max(2, 1.5, 3)                 | 3
          min(event.l)                   | 1
          max(event.l)                   | 3
          max('a', 'b')                  | "b"
          max('a', 1)                    | null
          max(event.m)                   | null
          min([...])                     | null
          min(event.d)                   | 2.345
          min(event.z)                   | null
          join(event.m, ', ')            | "b, null, 1, true"
          join(['', 'a'], '-')           | "-a"
          join([...], ',')               | ""
          join([[1], {'a': 2}], ' ')     | "[1] {\\"a\\":2}"
          join('ab', ',')                | null
          join(event.l, 1)               | null
          sort(event.l)                  | [1,2.5,3]
          sort(event.m)                  | [null,true,1,"b"]
          sort('cab')                    | null
          typeOf(event.z)                | "null"
          typeOf(event.missing)          | "null"
          typeOf(true)                   | "boolean"
          typeOf(event.e)                | "number"
          typeOf(event.s)                | "string"
          typeOf(event.l)                | "list"
          typeOf(event)                  | "object"
          'n=' + 5                       | "n=5"
          'd=' + event.d                 | "d=2.345"
          'e=' + event.e                 | "e=1.5e3"
          'b=' + true                    | "b=true"
          'z=' + null                    | null
          'l=' + event.l                 | null
          5 + 'n'                        | null
          true + 'n'                     | null
          """)
  void areTheSameEverywhere(String expression, String json) throws Exception {
    byte[] result = Expression.parse(expression).json(Event.of(EVENT));

    assertThat(new String(result, StandardCharsets.UTF_8)).isEqualTo(json);
    assertThat(new TestingKey("1").run("event.x = " + expression, EVENT))
        .containsExactly(EVENT.substring(0, EVENT.length() - 1) + ",\"x\":" + json + "}");
  }

  @Test
  void sortACopy() throws Exception {
    assertThat(
            new TestingKey("1")
                .run("var l = sort(event.l); l.add(0); event.m = l", "{\"l\":[2,1]}"))
        .containsExactly("{\"l\":[2,1],\"m\":[1,2,0]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (var i = 0; i < 900000; i++) { var u = sort(l) }",
        "for (var i = 0; i < 900000; i++) { var u = min(l) }",
        "for (var i = 0; i < 900000; i++) { var u = join(l, ',') }",
        "for (var i = 0; i < 900000; i++) { var u = join([...], t) + join([t], '') }",
        "for (var i = 0; i < 900000; i++) { var u = text(l) }",
        "for (var i = 0; i < 900000; i++) { var u = '' + event.n }",
        "for (var i = 0; i < 900000; i++) { var u = event.n == event.m }",
        "for (var i = 0; i < 900000; i++) { var u = round(n, 1) }",
      })
  void countWhatTheyTouch(String script) throws Exception {
    String prelude =
        "var t = 'abcdefgh'; for (var i = 0; i < 13; i++) t += t;"
            + " var l = []; for (var i = 0; i < 10000; i++) l.add(i % 97);"
            + " var n = 3; for (var i = 0; i < 8; i++) n *= n; n /= 7\n";
    String digits = "7".repeat(100_000);
    String event = "{\"n\":" + digits + ",\"m\":" + digits + "}";

    assertThat(new TestingKey("1").run(EventScript.working(8 << 20, prelude + script), event))
        .singleElement()
        .asString()
        .startsWith("2:")
        .contains("must work on at most 8388608 characters");
  }
}
