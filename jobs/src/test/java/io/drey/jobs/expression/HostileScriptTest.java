// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.syntax.ScriptOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that would take all there is are stopped where they do it, and the next event runs. */
class HostileScriptTest {
  private static final String LOOPS =
      "Invalid loops: must have at most 1000000 iterations in total but had more";
  private static final String NO_BODY =
      "Unsupported syntax: ';' in place of a statement (did you mean {}?)";
  private static final String NO_CONDITION =
      "Unsupported syntax: 'for' without a condition, or with an assignment as its condition";
  private static final String SIZE = "Invalid result: must be at most 1048576 characters but was ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          while (true) {}                                        | 1:1
          for (;;) {}                                            | 1:1
          do {} while (true)                                     | 1:1
          while (true) { continue }                              | 1:1
          for (var i = 0; i < 2000; i++) { for (var j = 0; j < 2000; j++) {} } | 1:34
          var l = []; for (var i = 0; i < 2000; i++) l.add(i); for (var x : l) { for (var y : l) event.n = 1 } | 1:72
          """)
  void stopsAnEndlessLoop(String script, String place) throws Exception {
    assertThat(new TestingKey("1").run(script, "{}")).containsExactly(place + ": " + LOOPS);
  }

  @Test
  void letsALoopGoRoundAMillionTimes() throws Exception {
    TestingKey key = new TestingKey("1");

    assertThat(key.run("var n = 0; while (n < 1000000) n++; event.n = n", "{}"))
        .containsExactly("{\"n\":1000000}");
    assertThat(key.run("var n = 0; while (n < 1000001) n++; event.n = n", "{}"))
        .containsExactly("1:12: " + LOOPS);
    assertThat(
            key.run(
                "for (var i = 0; i < 500000; i++) {} for (var i = 0; i < 500001; i++) {}", "{}"))
        .containsExactly("1:37: " + LOOPS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          var s = 'x'; while (true) s = s + s                    | 1:31
          var s = 'x'; while (true) s += s                       | 1:27
          event.s = 'x'; while (true) event.s += event.s         | 1:29
          var s = 'xx'; while (true) s = s.replace('x', 'xx')    | 1:33
          var l = [1]; while (true) l.addAll(l)                  | 1:28
          var l = [1]; while (true) l.add(l)                     | 1:28
          var l = [1]; while (true) l = [l, l]                   | 1:31
          var l = []; while (true) l.add('xxxxxxxxxxxxxxxxxxxx') | 1:27
          var m = {'a': 1}; while (true) m = {'a': m, 'b': m}    | 1:36
          var m = {:}; var i = 0; while (true) m[++i] = i        | 1:42
          var l = []; for (var i = 0; i < 20; i++) l.add([]); for (var x : l) { while (true) x.add(l) } | 1:85
          state.l = []; while (true) state.l.add('xxxxxxxxxxxxxxxxxxxx') | 1:35
          state.l = [1]; while (true) state.l.addAll(state.l)    | 1:36
          var s = 'x'; for (var i = 0; i < 20; i++) s += s; var l = []; while (true) l.add(s) | 1:77
          var l = [1, 2]; while (true) l = parseJson(toJson([l, l])) | 1:51
          """)
  void stopsWhatGrowsWhileItGrows(String script, String place) throws Exception {
    assertThat(new TestingKey("1").run(script, "{}"))
        .singleElement()
        .asString()
        .startsWith(place + ": " + SIZE);
  }

  @Test
  void boundsAllThatOneEventSets() throws Exception {
    String big = "var s = 'x'; for (var i = 0; i < 19; i++) s += s; ";
    String all = "Invalid results of an event: must be at most 67108864 characters but was 67";

    assertThat(new TestingKey("1").run(big + "while (true) state[++state.i] = s", "{}"))
        .singleElement()
        .asString()
        .startsWith("1:72: " + all);
    assertThat(new TestingKey("1").run(big + "while (true) event[++event.i] = s", "{}"))
        .singleElement()
        .asString()
        .startsWith("1:72: " + all);
    assertThat(new TestingKey("1").run(big + "while (true) emit({'s': s})", "{}"))
        .singleElement()
        .asString()
        .startsWith("1:68: " + all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var l = []; while (true) l = [l]",
        "var m = {:}; while (true) m = {'m': m}",
        "state.l = []; var l = state.l; while (true) { var n = []; l.add(n); l = n }",
        "event.l = []; while (true) event.l = [event.l]",
        "var m = {:}; while (true) m.m = m",
      })
  void boundsTheDepth(String script) throws Exception {
    assertThat(new TestingKey("1").run(script, "{}"))
        .singleElement()
        .asString()
        .matches("1:\\d+: Invalid result: must not be nested deeper than 100 but was \\d+");
  }

  @Test
  void boundsNumbers() throws Exception {
    assertThat(new TestingKey("1").run("var n = 10; while (true) n *= n", "{}"))
        .containsExactly("1:26: Cannot apply *=: a number and a number have no result");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.getClass()",
        "''.getClass().forName('java.lang.Runtime')",
        "new('java.io.File', '/etc/passwd')",
        "new java.io.File('/etc/passwd')",
        "java.lang.System.exit(1)",
        "state.getClass()",
        "var f = () -> f(); f()",
        "function f() { f() }; f()",
        "try { while (true) {} } catch (var e) {}",
        "throw 1",
        "import java.lang",
        "#pragma jexl.namespace.s java.lang.System\ns:exit(1)",
        "@silent event.x = 1",
        "event.x =~ '((a{99}){99})'",
        "switch (event.x) { case 1: event.y = 1 }",
        "for (var i : 1..1000000000) {}",
        "event = {:}",
        "state = {:}",
        "for (event : [1]) {}",
        "x = 1",
        "event.wait()",
        "state.entrySet()",
        "[1].stream()",
      })
  void refusesWhatIsNotListed(String script) {
    ExpressionException refusal =
        catchThrowableOfType(
            ExpressionException.class, () -> EventScript.parse(script, ScriptOrigin.text()));

    assertThat(refusal).isNotNull();
    assertThat(refusal.line()).isPositive();
    assertThat(refusal.column()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          event.x = 'y'.class; event.z = event.class             | {"x":null,"z":null}
          event.x = state.class                                  | {"x":null}
          """)
  void readsClassAsAField(String script, String event) throws Exception {
    assertThat(new TestingKey("1").run(script, "{}")).containsExactly(event);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          state.user.name = 1            | 1:1: Cannot set a field of null
          event.a.b.c = 1                | 1:1: Cannot set a field of null
          event['a']['b'] = 1            | 1:1: Cannot set a field of null
          var x = {:}; x['a']['b'] = 1   | 1:14: Cannot set a field of null
          event.a['b'].c += 1            | 1:1: Cannot set a field of null
          state.tags.add('x')            | 1:11: Cannot call add: null has no such method
          event.n.add('x')               | 1:8: Cannot call add: a number has no such method
          event.n.x = 1                  | 1:11: Cannot set 'x': a number has no fields
          event.l[3] = 1                 | 1:9: Invalid index: must be from 0 to 1 but was 3
          event.l.set(2, 1)              | 1:8: Invalid index: must be from 0 to 1 but was 2
          event.l.add(3, 1)              | 1:8: Invalid index: must be from 0 to 2 but was 3
          event.l.addAll(1)              | 1:8: Invalid argument: must be a list but was a number
          state.merge(1)                 | 1:6: Invalid argument: must be an object but was a number
          state[event.x] = 1             | 1:7: Invalid name: must be text, a number or a boolean but was null
          state.set(event.l, 1)          | 1:6: Invalid name: must be text, a number or a boolean but was a list
          event.n += event.missing       | 1:1: Cannot apply +=: a number and null have no result
          event.n -= 'x'                 | 1:1: Cannot apply -=: a number and a string have no result
          event.missing *= 2             | 1:1: Cannot apply *=: null and a number have no result
          emit(1)                        | 1:5: Invalid event: must be an object but was a number
          """)
  void failsWhereAChangeCannotBeMade(String script, String problem) throws Exception {
    assertThat(new TestingKey("1").run(script, "{\"n\":1,\"l\":[1,2]}")).containsExactly(problem);
  }

  @Test
  void refusesWhatJexlWouldMistakeForSomethingElse() {
    assertThat(refusal("for (var i = 0; i < 9; i++);")).isEqualTo(NO_BODY);
    assertThat(refusal("for (;;);")).isEqualTo(NO_BODY);
    assertThat(refusal("if (event.x);")).isEqualTo(NO_BODY);
    assertThat(refusal("if (a(event.x) == (1)) // no\n ; else event.x = 1")).isEqualTo(NO_BODY);
    assertThat(refusal("if (1 == 2) event.x = 1; else if (event.x) /* */; else event.x = 2"))
        .isEqualTo(NO_BODY);
    assertThat(refusal("for (var i = 0;; i = i + 1) {}")).isEqualTo(NO_CONDITION);
    assertThat(refusal("for (var i = 0; i = 9; i++) {}")).isEqualTo(NO_CONDITION);
    assertThat(refusal("for (var i = 0;;) event.x = 1")).isEqualTo(NO_CONDITION);
  }

  @Test
  void takesNoOtherSemicolonForAnEmptyStatement() throws Exception {
    String script =
        "if (lower(event.s) == 'a') lower('if ('); else event.x = 1\nevent.notif = (1);";

    assertThat(new TestingKey("1").run(script, "{\"s\":\"b\"}"))
        .containsExactly("{\"s\":\"b\",\"x\":1,\"notif\":1}");
  }

  @Test
  void runsLoopsOfEveryForm() throws Exception {
    String event = "{\"n\":2}";
    TestingKey key = new TestingKey("1");

    assertThat(key.run("for (var i = 0; i < 2; i = i + 1) event.n = i", event))
        .containsExactly("{\"n\":1}");
    assertThat(key.run("for (; event.n < 9; event.n += 1) {}", event)).containsExactly("{\"n\":9}");
    assertThat(key.run("for (;;) { if (++event.n > 5) break }", event))
        .containsExactly("{\"n\":6}");
    assertThat(key.run("while (++event.n < 5);", event)).containsExactly("{\"n\":5}");
  }

  private static String refusal(String script) {
    ExpressionException refusal =
        catchThrowableOfType(
            ExpressionException.class, () -> EventScript.parse(script, ScriptOrigin.text()));
    return String.valueOf(refusal.getMessage());
  }
}
