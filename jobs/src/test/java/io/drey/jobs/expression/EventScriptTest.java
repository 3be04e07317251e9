// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.syntax.ScriptOrigin;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventScriptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          event.a = 2                                        | {"a":2,"b":1.50}
          event.c = event.b                                  | {"a":1,"b":1.50,"c":1.50}
          event['a-b'] = 'x'                                 | {"a":1,"b":1.50,"a-b":"x"}
          event.a += 1; event.a *= 10; event.a -= 5          | {"a":15,"b":1.50}
          event.a /= 4; event.b %= 1                         | {"a":0.25,"b":0.50}
          event.a++; ++event.a; event.b--                    | {"a":3,"b":0.50}
          event.x = event.a++                                | {"a":2,"b":1.50,"x":1}
          event.x = ++event.a                                | {"a":2,"b":1.50,"x":2}
          event.n += 1                                       | {"a":1,"b":1.50,"n":1}
          event.n++; event.m -= 2; event.o--; event.s += 'x' | {"a":1,"b":1.50,"n":1,"m":-2,"o":-1,"s":"x"}
          event.remove('a')                                  | {"b":1.50}
          event.remove('a'); event.a = 3                     | {"a":3,"b":1.50}
          event.n = event.remove('a')                        | {"b":1.50,"n":1}
          event.a = null                                     | {"a":null,"b":1.50}
          event.l = [1, 'a', [null]]; event.l.add(true)      | {"a":1,"b":1.50,"l":[1,"a",[null],true]}
          event.o = {'k': 1}; event.o.k += 1; event.o.x = [] | {"a":1,"b":1.50,"o":{"k":2,"x":[]}}
          event.o = {:}; event.o['k'] = [...]                | {"a":1,"b":1.50,"o":{"k":[]}}
          event.clear(); event.z = 1                         | {"z":1}
          var x = 1; var y = x + 1; event.y = y              | {"a":1,"b":1.50,"y":2}
          var x; x = [1]; event.y = x                        | {"a":1,"b":1.50,"y":[1]}
          if (event.a == 1) event.y = 1; else event.y = 2    | {"a":1,"b":1.50,"y":1}
          if (event.a == 2) { event.y = 1 } else if (event.a == 1) { event.y = 2 } else { event.y = 3 } | {"a":1,"b":1.50,"y":2}
          for (var i = 0; i < 3; i++) event.n += i           | {"a":1,"b":1.50,"n":3}
          for (var x : [1, 2, 3]) { if (x == 2) continue; event.n += x } | {"a":1,"b":1.50,"n":4}
          for (var x : {'p': 1, 'q': 2}) event.n += x        | {"a":1,"b":1.50,"n":3}
          for (var k : {'p': 1, 'q': 2}.keys()) event.n += k | {"a":1,"b":1.50,"n":"pq"}
          var i = 0; while (true) { if (++i > 4) break }; event.i = i | {"a":1,"b":1.50,"i":5}
          var i = 0; do { i++ } while (i < 3); event.i = i   | {"a":1,"b":1.50,"i":3}
          event.a = 2; return; event.a = 3                   | {"a":2,"b":1.50}
          event.n = 'a' =~ ['a']; event.m = 'a' !~ ['a']     | {"a":1,"b":1.50,"n":true,"m":false}
          event.n = 'ab' =^ 'a'; event.m = 'ab' !^ 'a'       | {"a":1,"b":1.50,"n":true,"m":false}
          event.n = 'ab' =$ 'b'; event.m = 'ab' !$ 'b'       | {"a":1,"b":1.50,"n":true,"m":false}
          event.k = key                                      | {"a":1,"b":1.50,"k":"alice"}
          event.x = event.a > 1 ? 'big' : 'small'            | {"a":1,"b":1.50,"x":"small"}
          event.x = toJson({'v': 1.10})                      | {"a":1,"b":1.50,"x":"{\\"v\\":1.10}"}
          event.x = parseJson('{"p":[1,2]}'); event.x.p.add(3) | {"a":1,"b":1.50,"x":{"p":[1,2,3]}}
          var l = 'b,a'.split(','); l.sort(); event.x = l    | {"a":1,"b":1.50,"x":["a","b"]}
          """)
  void changesTheEventInPlace(String script, String event) throws Exception {
    assertThat(new TestingKey("\"alice\"").run(script, "{\"a\":1,\"b\":1.50}"))
        .containsExactly(event);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          event.x = event.a.b                           | {"a.b":1,"o":{"p":2},"x":1}
          event['a.b'] = 3; event.x = event.a.b         | {"a.b":3,"o":{"p":2},"x":3}
          event.a = {'b': 4}; event.x = event.a.b       | {"a.b":1,"o":{"p":2},"a":{"b":4},"x":4}
          event.a = {'b': null}; event.x = event.a.b    | {"a.b":1,"o":{"p":2},"a":{"b":null},"x":null}
          event.o.p = 5; event.x = event.o.p            | {"a.b":1,"o":{"p":5},"x":5}
          event.o.remove('p'); event.x = event.o.p      | {"a.b":1,"o":{},"x":null}
          event['a.b'] = 'ab'; event.x = event.a.b.size() | {"a.b":"ab","o":{"p":2},"x":2}
          for (var i : [1, 2]) event.x += event.a.b     | {"a.b":1,"o":{"p":2},"x":2}
          """)
  void readsAPathAsTheNameOfAField(String script, String event) throws Exception {
    assertThat(new TestingKey("1").run(script, "{\"a.b\":1,\"o\":{\"p\":2}}"))
        .containsExactly(event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.a = 2; if (event.a == 2) return\nevent.a = 3",
        "event.a = 2\nreturn \t\nvar x = 3\nevent.a = x",
        "event.a = 2\nreturn // enough\nevent.a = 3",
        "event.a = 2\r\nreturn\r\nevent.a = 3",
        "event.a = 1 // no return\nevent.a = 2",
        "var returns = 2\nevent.a = returns\n",
        "var m = {'return': 2}; event.a = m.return\nevent.b = 1.50",
      })
  void endsAStatementWithItsLine(String script) throws Exception {
    assertThat(new TestingKey("1").run(script, "{\"a\":1,\"b\":1.50}"))
        .containsExactly("{\"a\":2,\"b\":1.50}");
  }

  @Test
  void takesNoListForTheNameOfAField() throws Exception {
    String refusal = "Invalid name: must be text, a number or a boolean but was ";

    assertThat(new TestingKey("1").run("event.x = {1: 'a', true: 'b'}", "{}"))
        .containsExactly("{\"x\":{\"1\":\"a\",\"true\":\"b\"}}");
    for (String script : List.of("event.x = {[1]: 2}", "event[[1]] = 2", "state[[1]] = 2")) {
      assertThat(new TestingKey("1").run(script, "{}"))
          .singleElement()
          .asString()
          .contains(refusal);
    }
  }

  @Test
  void refusesAReturnWithAValue() {
    assertThatThrownBy(() -> EventScript.parse("event.a = 1\nreturn event.a", ScriptOrigin.text()))
        .isInstanceOf(ExpressionException.class)
        .hasMessage("Unsupported syntax: 'return' with a value, outside of a function");
  }

  @Test
  void parsesATextAlikeAfterOneThatFailed() throws Exception {
    assertThatThrownBy(() -> EventScript.parse("return (1", ScriptOrigin.text()))
        .isInstanceOf(ExpressionException.class);

    assertThat(new TestingKey("1").run("event.a = 2\nevent.b = 3", "{}"))
        .containsExactly("{\"a\":2,\"b\":3}");
  }

  @Test
  void keepsTheBytesOfWhatItDoesNotChange() throws Exception {
    String event =
        "{ \"a\" : 1.0,\"o\":{\"x\": 1e2 , \"y\":{\"p\": 0.10}, \"z\":[ 1.0 ]}, \"a\" : 2.00 }";

    assertThat(new TestingKey("1").run("event.o.n = 1", event))
        .containsExactly(
            "{ \"a\" : 1.0,\"o\":{\"x\": 1e2 , \"y\":{\"p\": 0.10}, \"z\":[ 1.0 ],\"n\":1}, \"a\" : 2.00 }");
    assertThat(new TestingKey("1").run("var a = event.a; a++", event)).containsExactly(event);
  }

  @Test
  void leavesByTheOrderOfEmittingWithTheEventLast() throws Exception {
    TestingKey key = new TestingKey("1");

    assertThat(key.run("emit({'n': 1}); event.a = 2; emit(event); event.a = 3", "{\"a\":1}"))
        .containsExactly("{\"n\":1}", "{\"a\":2}", "{\"a\":3}");
    assertThat(key.run("drop(); emit({'n': 1})", "{}")).containsExactly("{\"n\":1}");
  }

  @Test
  void remembersTopLevelAndNestedChanges() throws Exception {
    TestingKey key = new TestingKey("1");

    key.run("state.n += 1; state['k'] = {'tags': []}; state.set(event.id, 1.50)", "{\"id\":7}");
    key.run("state.n += 1; state.k.tags.add('x'); var t = state.k.tags; t.add('y')", "{}");

    assertThat(key.entries())
        .containsOnlyKeys("n", "k", "7")
        .containsEntry("n", "2")
        .containsEntry("k", "{\"tags\":[\"x\",\"y\"]}")
        .containsEntry("7", "1.50");
  }

  @Test
  void hasTheMethodsOfState() throws Exception {
    TestingKey key = new TestingKey("1");
    key.run("state.merge({'b': 2, 'a': 1, 'c': [3]})", "{}");

    assertThat(
            key.run(
                """
                event.got = [state.a, state['b'], state.get('c'), state.get('x'), state.get('x', 0)]
                event.has = [state.contains('a'), state.contains('x'), 'a' =~ state, state.isEmpty()]
                event.keys = state.keys()
                event.values = state.values()
                event.size = state.size()
                event.map = state.toMap()
                event.removed = [state.remove('a'), state.remove('a')]
                state.d = 1
                event.after = [state.size(), size(state), state.keys()]
                state.clear()
                state.e = 1
                event.cleared = [state.size(), state.keys(), state.isEmpty()]
                """,
                "{}"))
        .containsExactly(
            "{\"got\":[1,2,[3],null,0],\"has\":[true,false,true,false],"
                + "\"keys\":[\"a\",\"b\",\"c\"],\"values\":[1,2,[3]],\"size\":3,"
                + "\"map\":{\"a\":1,\"b\":2,\"c\":[3]},\"removed\":[1,null],"
                + "\"after\":[3,3,[\"b\",\"c\",\"d\"]],\"cleared\":[1,[\"e\"],false]}");
    assertThat(key.entries()).containsOnlyKeys("e");
  }

  @Test
  void readsOneEntryOfMany() throws Exception {
    TestingKey key = new TestingKey("1");
    for (int i = 0; i < 1000; i++) {
      key.put("k" + i, Integer.toString(i));
    }

    assertThat(key.run("event.n = ++state[event.k]; event.m = state.k7", "{\"k\":\"k7\"}"))
        .isEqualTo(List.of("{\"k\":\"k7\",\"n\":8,\"m\":8}"));
    assertThat(key.reads()).isEqualTo(1);
  }

  @Test
  void runsTheSameAfterSerialization() throws Exception {
    EventScript script =
        EventScript.parse(
            "event.n = ++state.n\nevent.a.b = 1",
            (line, column) -> "x.jexl:" + line + ":" + column);
    EventScript copy = InstantiationUtil.clone(script);
    TestingKey key = new TestingKey("1");

    assertThat(key.run(copy, "{\"a\":{}}")).containsExactly("{\"a\":{\"b\":1},\"n\":1}");
    assertThat(key.run(copy, "{}")).containsExactly("x.jexl:2:1: Cannot set a field of null");
    assertThat(key.run(script, "{}")).containsExactly("x.jexl:2:1: Cannot set a field of null");
  }
}
