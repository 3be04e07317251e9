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

class TemplateTextTest {
  private static final String EVENT =
      "{\"n\":5,\"d\":1.50,\"s\":\"it's\",\"l\":[1,\"a\"],\"t\":\"${event.n}\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          `n=${event.n}`                          | "n=5"
          ``                                      | ""
          `plain`                                 | "plain"
          `${event.n}`                            | "5"
          `${event.n}${event.d}`                  | "51.50"
          `it's "${event.s}"`                     | "it's \\"it's\\""
          `${event.l} ${event.missing} ${true}`   | "[1,\\"a\\"] null true"
          `${event.n + 1} ${event.n > 4 ? 'big' : 'small'}` | "6 big"
          `${ {'a': event.n} }`                   | "{\\"a\\":5}"
          `${'}'}`                                | "}"
          `${"a`b"}`                              | "a`b"
          `a\\`b\\${c}\\\\d\\te`                  | "a`b${c}\\\\d\\te"
          `$5 {x} #{y} }`                         | "$5 {x} #{y} }"
          `${event.t}`                            | "${event.n}"
          '`${event.n}`'                          | "`${event.n}`"
          `a` + `${event.n}`                      | "a5"
          lower(`A${event.n}`)                    | "a5"
          [`a`, `b`]                              | ["a","b"]
          event[`${'n'}`]                         | 5
          """)
  void holdsTheValuesOfItsExpressions(String expression, String json) throws Exception {
    Event event = Event.of(EVENT);
    byte[] result = Expression.parse(expression).json(event);

    assertThat(new String(result, StandardCharsets.UTF_8)).isEqualTo(json);
    assertThat(new TestingKey("1").run("event.x = " + expression, EVENT))
        .containsExactly(EVENT.substring(0, EVENT.length() - 1) + ",\"x\":" + json + "}");
  }

  @Test
  void mayHaveSeveralLines() throws Exception {
    assertThat(
            new TestingKey("1")
                .run("var y = 2\nevent.x = `a ${y}\nb ${\n  y + 1}\n`\r\nevent.z = y", "{}"))
        .containsExactly("{\"x\":\"a 2\\nb 3\\n\",\"z\":2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          event.x = `a ${event.n                | 1:14 Cannot parse template text: '${' without '}'
          event.x = `a                          | 1:11 Cannot parse template text: unterminated
          event.x = `a\\`                       | 1:11 Cannot parse template text: unterminated
          event.x = `a ${ }`                    | 1:14 Cannot parse template text: nothing in '${}'
          event.x = `a ${ `b` }`                | 1:17 Unsupported syntax: template in a template
          event.x = `a ${z}`                    | 1:16 Unknown variable: 'z' (did you mean event.z, state.z or var z?)
          event.x = `${1} ${2} ${z}`            | 1:24 Unknown variable: 'z' (did you mean event.z, state.z or var z?)
          event.x = `${1}`; event.y = z         | 1:29 Unknown variable: 'z' (did you mean event.z, state.z or var z?)
          event.x = `${1} ${2 +}`               | 1:21 Cannot parse script: unexpected '+'
          event.x = `${1, 2}`                   | 1:15 Cannot parse script: unexpected ','
          event.x = `${1) + (2}`                | 1:12 Cannot parse template text: '${' without '}'
          event.x = event.`a`                   | 1:17 Unsupported syntax: name in backticks
          event.x = event?.`a`                  | 1:18 Unsupported syntax: name in backticks
          event.x = $template('a')              | 1:11 Unsupported syntax: '$template'
          """)
  void isRefusedWithItsPlace(String script, String problem) {
    assertThat(TestingRefusal.of(script)).isEqualTo(problem);
  }

  @Test
  void failsAtItsPlace() throws Exception {
    TestingKey key = new TestingKey("1");

    assertThat(key.run("event.x = `${1}\n${event.n.add(1)}`", EVENT))
        .containsExactly("2:10: Cannot call add: a number has no such method");
    assertThat(key.run("var t = 'ab'; for (var i = 0; i < 30; i++) t = `${t}${t}`", EVENT))
        .containsExactly(
            "1:48: Invalid result: must be at most 1048576 characters but was 2097152");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var t = 'abcdefgh'; for (var i = 0; i < 13; i++) t += t\n"
            + "for (var i = 0; i < 900000; i++) { var u = `${t}x` }",
        "var l = []; for (var i = 0; i < 10000; i++) l.add(i)\n"
            + "for (var i = 0; i < 900000; i++) { var u = `${l}` }",
      })
  void countsWhatItWrites(String script) throws Exception {
    assertThat(new TestingKey("1").run(EventScript.working(8 << 20, script), "{}"))
        .singleElement()
        .asString()
        .startsWith("2:")
        .contains("must work on at most 8388608 characters");
  }

  @Test
  void isParsedInLinearTime() {
    assertThat(TestingRefusal.of("``".repeat(30_000))).contains("1:");
    assertThat(TestingRefusal.of("`${1}`+".repeat(250) + "1")).startsWith("accepted");
  }
}
