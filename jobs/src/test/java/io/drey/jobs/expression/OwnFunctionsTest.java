// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.expression.syntax.ScriptOrigin;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnFunctionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          function twice(n) { return n * 2 }; event.x = twice(1.50)          | {"x":3.00}
          event.x = twice(twice(3)); function twice(n) { return n * 2 }      | {"x":12}
          function f(a, b) { return [b, a] }; event.x = f(1, 'p')            | {"x":["p",1]}
          function f(n) { n + 1 }; event.x = f(1)                            | {"x":2}
          function f(n) { if (n > 1) return 'many'; return 'one' }; event.x = [f(2), f(1)] | {"x":["many","one"]}
          function f() { return }; event.x = f()                             | {"x":null}
          function f() { for (var i : [1, 2, 3]) { if (i == 2) return i } }; event.x = f() | {"x":2}
          function f(n) { return g(n) + 1 }; function g(n) { return n * 10 }; event.x = f(2) | {"x":21}
          function f(n) { var y = n; y += 1; return y }; var y = 5; event.x = f(1) + y | {"x":7}
          function f(n) { n = 9; return n }; var m = 1; event.x = [f(m), m]  | {"x":[9,1]}
          function put(map, k) { map[k] = (map[k] ?? 0) + 1 }; put(event, 'x'); put(event, 'x') | {"x":2}
          function f() { event.x = key }; f()                                | {"x":"alice"}
          function f() { state.n += 1; return state.n }; f(); event.x = f()  | {"x":2}
          function f(event) { return event }; event.x = f('mine')            | {"x":"mine"}
          function f(n) { return `<${n}>` }; event.x = f(7)                  | {"x":"<7>"}
          function f() { emit({'y': 1}) }; event.x = 1; f(); drop()          | {"y":1}
          """)
  void runAndReturn(String script, String event) throws Exception {
    assertThat(new TestingKey("\"alice\"").run(script, "{}")).containsExactly(event);
  }

  @Test
  void runTheSameAfterSerialization() throws Exception {
    EventScript script =
        EventScript.parse(
            "function f(l) {\n  return l.add(1)\n}\nevent.x = f(event.l)",
            (line, column) -> "x.jexl:" + line + ":" + column);
    EventScript copy = InstantiationUtil.clone(script);
    TestingKey key = new TestingKey("1");

    assertThat(key.run(copy, "{\"l\":[]}")).containsExactly("{\"l\":[1],\"x\":true}");
    assertThat(key.run(copy, "{\"l\":3}"))
        .containsExactly("x.jexl:2:11: Cannot call add: a number has no such method");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          function f(n) { return f(n - 1) }; f(1)    | 1:24 Unsupported syntax: recursion of function 'f'
          function f(n) { return g(n) }; function g(n) { f(n) } | 1:24 Unsupported syntax: recursion of function 'g'
          function round(n) { return n }             | 1:10 Invalid name of a function: 'round' is taken (choose another one)
          function event(n) { return n }             | 1:10 Invalid name of a function: 'event' is taken (choose another one)
          function f(n) { n }; function f(m) { m }   | 1:31 Duplicate variable: 'f'
          function f(n) { n }; event.x = f           | 1:32 Unsupported syntax: 'f' is a function and can only be called
          function f(n) { n }; event.x = f(1, 2)     | 1:32 Invalid arguments of f: must be 1 but was 2
          var y = 1; function f(n) { return n + y }  | 1:39 Unknown variable: 'y' (a function sees its parameters only)
          function f(n) { return z }                 | 1:24 Unknown variable: 'z' (did you mean event.z, state.z or var z?)
          if (true) { function f(n) { n } }          | 1:13 Unsupported syntax: function as a value (did you mean function name(…) {…} at the top of the script?)
          event.x = (n) -> n                         | 1:11 Unsupported syntax: function as a value (did you mean function name(…) {…} at the top of the script?)
          (n) -> n                                   | 1:1 Unsupported syntax: function as a value (did you mean function name(…) {…} at the top of the script?)
          function f(n) { n }; event.x = g(1)        | 1:32 Unknown function: 'g' (known: abs, ceil, drop, duration, emit, emitEach, f, floor, has
          """)
  void areRefusedWithTheirPlace(String script, String problem) {
    assertThat(TestingRefusal.of(script)).startsWith(problem);
  }

  @Test
  void cannotMultiplyTheDepthOfASyntaxTree() {
    StringBuilder script = new StringBuilder("function f0(n) { return n }");
    for (int i = 1; i < 1000; i++) {
      script
          .append("\nfunction f")
          .append(i)
          .append("(n) { return f")
          .append(i - 1)
          .append("(n) }");
    }

    assertThat(TestingRefusal.of(script.toString()))
        .endsWith(
            "Invalid function call: functions must not call each other deeper than 300 levels of"
                + " syntax");
  }

  @Test
  void countWithTheScriptThatCallsThem() throws Exception {
    StringBuilder script = new StringBuilder("function f0(n) { event.n += 1 }\n");
    for (int i = 1; i < 30; i++) {
      String call = "f" + (i - 1) + "(n)";
      script.append("function f" + i + "(n) { " + call + "; " + call + " }\n");
    }
    EventScript limited = EventScript.working(1 << 20, script + "f29(1)");
    String looping = "function f() { for (var i = 0; i < 600000; i++) {} }\nf()\nf()";

    assertThat(new TestingKey("1").run(limited, "{\"n\":0}"))
        .singleElement()
        .asString()
        .endsWith("characters of texts, lists and objects for an event but worked on more");
    assertThat(new TestingKey("1").run(EventScript.parse(looping, ScriptOrigin.text()), "{}"))
        .containsExactly(
            "1:16: Invalid loops: must have at most 1000000 iterations in total but had more");
  }
}
