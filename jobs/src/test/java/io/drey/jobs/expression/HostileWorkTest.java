// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scripts that keep within the limits of loops and values, but would run for minutes, are stopped
 * by what they touch: the event is invalid, and the next one runs.
 */
class HostileWorkTest {
  /** A text of 64 KiB, and a list of 10,000 elements. */
  private static final String PRELUDE =
      "var t = 'abcdefgh'; for (var i = 0; i < 13; i++) t += t;"
          + " var l = []; for (var i = 0; i < 10000; i++) l.add(i % 97);"
          + " var n = 3; for (var i = 0; i < 8; i++) n *= n;\n";

  private static final long MOST = 8L << 20;
  private static final String REFUSED =
      "Invalid script: must work on at most 8388608 characters of texts, lists and objects for an"
          + " event but worked on more";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (var i = 0; i < 900000; i++) event.x = hash(t)",
        "for (var i = 0; i < 900000; i++) l.sort()",
        "for (var i = 0; i < 900000; i++) { var p = t.split('c') }",
        "for (var i = 0; i < 900000; i++) { var p = split(t, 'c') }",
        "for (var i = 0; i < 900000; i++) { var m = match(t, '(?P<x>a.*)z') }",
        "for (var i = 0; i < 900000; i++) { var m = matches(t, '(a|b|c)*z') }",
        "for (var i = 0; i < 900000; i++) { var m = t =~ '(a|b|c)*z' }",
        "for (var i = 0; i < 900000; i++) { var m = 'abc' =~ ('a{500}' + i) }",
        "for (var i = 0; i < 900000; i++) { var m = 200 =~ l }",
        "for (var i = 0; i < 900000; i++) { var u = upper(t) }",
        "for (var i = 0; i < 900000; i++) { var u = t.replace('a', 'b') }",
        "for (var i = 0; i < 900000; i++) { var u = t.indexOf('z') }",
        "for (var i = 0; i < 900000; i++) { var u = t + i + '' }",
        "for (var i = 0; i < 900000; i++) { var u = t + 'x' }",
        "for (var i = 0; i < 900000; i++) { var u = t.substring(1) }",
        "var o = t + 'x'; for (var i = 0; i < 900000; i++) { var u = t + 'x' == o }",
        "for (var i = 0; i < 900000; i++) { var u = t.substring(0) < t }",
        "for (var i = 0; i < 900000; i++) { var u = toJson(l) }",
        "var j = toJson(l); for (var i = 0; i < 900000; i++) { var u = parseJson(j) }",
        "event.l = l; for (var i = 0; i < 900000; i++) event.m = event.l",
        "for (var i = 0; i < 900000; i++) { var u = l.contains(200) }",
        "for (var i = 0; i < 900000; i++) { l.add(0, 1); l.remove(0) }",
        "for (var i = 0; i < 900000; i++) { var u = l == [1] || l.subList(0, 9000) == l }",
        "for (var i = 0; i < 400000; i++) { for (var x : l) break }",
        "for (var i = 0; i < 900000; i++) { var u = n * n % 7 }",
        "for (var i = 0; i < 900000; i++) { state.set('k' + text(i), i); var u = state.keys() }",
      })
  void stopsAScriptThatTouchesTooMuch(String script) throws Exception {
    EventScript limited = EventScript.working(MOST, PRELUDE + script);

    assertThat(new TestingKey("1").run(limited, "{}"))
        .singleElement()
        .asString()
        .matches("2:\\d+: .*")
        .endsWith(REFUSED);
  }

  @Test
  void startsAnewWithEachEvent() throws Exception {
    EventScript script =
        EventScript.working(200_000, "for (var i = 0; i < event.n; i++) state.h = hash('' + i)");
    TestingKey key = new TestingKey("1");

    assertThat(key.run(script, "{\"n\":1000}")).containsExactly("{\"n\":1000}");
    assertThat(key.run(script, "{\"n\":100000}"))
        .singleElement()
        .asString()
        .contains("must work on at most 200000 characters");
    assertThat(key.run(script, "{\"n\":1000}")).containsExactly("{\"n\":1000}");
  }

  @Test
  void letsAScriptDoAMillionSmallThings() throws Exception {
    String script =
        """
        var words = {:};
        for (var i = 0; i < 1000000; i++) {
          var word = event.words[i % 3];
          words[word] = (words[word] ?? 0) + word.length();
        }
        event.sum = words.get('be');
        """;

    assertThat(new TestingKey("1").run(script, "{\"words\":[\"to\",\"be\",\"not\"]}"))
        .containsExactly("{\"words\":[\"to\",\"be\",\"not\"],\"sum\":666666}");
  }
}
