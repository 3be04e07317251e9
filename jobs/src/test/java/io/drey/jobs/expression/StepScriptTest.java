// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.expression.call.ScriptConsole;
import io.drey.jobs.expression.syntax.ScriptOrigin;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script does besides changing its event and state. */
class StepScriptTest {
  private static final ScriptConfig CONFIG =
      new ScriptConfig("{\n \"limit\": 1.50,\n \"names\": [\"a\",\"b\"], \"o\": {\"p\": 1}}\n");

  private static EventScript script(String text) throws Exception {
    EventScript parsed = EventScript.parse(text, ScriptOrigin.text());
    return InstantiationUtil.clone(parsed.within("s", CONFIG));
  }

  @Test
  void readsConstants() throws Exception {
    EventScript script =
        script(
            "event.x = [config.limit, config.names[1], config.o.p, config.none, config.names.size()];"
                + " event.names = config.names; event.names.add('c'); event.o = config");
    String result =
        "{\"x\":[1.50,\"b\",1,null,2],\"names\":[\"a\",\"b\",\"c\"],"
            + "\"o\":{\n \"limit\": 1.50,\n \"names\": [\"a\",\"b\"], \"o\": {\"p\": 1}}}";

    TestingKey key = new TestingKey("1");
    assertThat(key.run(script, "{}")).containsExactly(result);
    assertThat(key.run(script, "{}")).containsExactly(result);
    assertThat(key.run(EventScript.parse("event.x = config", ScriptOrigin.text()), "{}"))
        .containsExactly("{\"x\":null}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config.names.add('c')",
        "config.remove('limit')",
        "config.clear()",
        "config.names.sort()",
        "config.names.reverse()",
        "var o = config.o; o.p = 2",
        "var o = config.o; o.p += 2",
        "var l = config.names; l[0] = 2",
        "config.merge({'x': 1})",
        "function f(o) { o.x = 1 }; f(config)",
      })
  void changesNoConstant(String text) throws Exception {
    assertThat(new TestingKey("1").run(script(text), "{}"))
        .singleElement()
        .asString()
        .endsWith(": Cannot change 'config': read only");
  }

  @Test
  void assignsNoConstant() {
    assertThat(TestingRefusal.of("config.x = 1"))
        .isEqualTo("1:1 Cannot change 'config': read only");
    assertThat(TestingRefusal.of("config.o.x += 1"))
        .isEqualTo("1:1 Cannot change 'config': read only");
    assertThat(TestingRefusal.of("var config = 1; config += 1")).isEqualTo("accepted");
  }

  @Test
  void emitsEachElement() throws Exception {
    TestingKey key = new TestingKey("1");

    assertThat(key.run("var l = [{'a': 1}, event]; emitEach(l); event.x = 1", "{\"n\":1.0}"))
        .containsExactly("{\"a\":1}", "{\"n\":1.0}", "{\"n\":1.0,\"x\":1}");
    assertThat(key.run("emitEach([]); drop()", "{}")).isEmpty();
    assertThat(key.run("emitEach([{'a': 1}, 2])", "{}"))
        .containsExactly("1:9: Invalid event: must be an object but was a number");
    assertThat(key.run("emitEach(event)", "{}"))
        .containsExactly("1:9: Invalid events: must be a list but was an object");
    assertThat(
            key.run(
                "var t = 'x'; for (var i = 0; i < 19; i++) t += t; var l = [];"
                    + " for (var i = 0; i < 200; i++) emitEach([{'t': t}])",
                "{}"))
        .singleElement()
        .asString()
        .contains("Invalid results of an event: must be at most 67108864 characters");
  }

  @Test
  void looksBackAtTheEventsAsTheyCame() throws Exception {
    EventScript script =
        script(
            "var sum = 0; for (var e : window(2)) sum += e.n; event.sum = sum;"
                + " var last = window(1)[0]; event.last = last.n; if (last != null) last.n = 7;"
                + " event.same = window(1) == window(2).subList(0, min(1, window(2).size()))");
    TestingKey key = new TestingKey("1");

    assertThat(key.run(script, "{\"n\":1}"))
        .containsExactly("{\"n\":1,\"sum\":0,\"last\":null,\"same\":true}");
    assertThat(key.run(script, "{\"n\":2}"))
        .containsExactly("{\"n\":2,\"sum\":1,\"last\":1,\"same\":true}");
    assertThat(key.run(script, "{\"n\":3}"))
        .containsExactly("{\"n\":3,\"sum\":3,\"last\":2,\"same\":true}");
    assertThat(key.run(script, "{\"n\":4}"))
        .containsExactly("{\"n\":4,\"sum\":5,\"last\":3,\"same\":true}");
    assertThat(script.uses().window()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "window(0)",
        "window(1001)",
        "window(1.5)",
        "window(n)",
        "window('3')",
        "window(-1)"
      })
  void looksBackAtANumberOfEventsThatIsWrittenOut(String call) {
    assertThat(TestingRefusal.of("var n = 3; var w = " + call))
        .endsWith("Invalid argument of window: must be a number from 1 to 1000, written out");
  }

  @Test
  void countsWhatItLooksBackAt() throws Exception {
    TestingKey key = new TestingKey("1");
    String event = "{\"t\":\"" + "x".repeat(1000) + "\"}";
    for (int i = 0; i < 100; i++) {
      key.run("var w = 1", event);
    }

    EventScript script =
        EventScript.working(8 << 20, "for (var i = 0; i < 900000; i++) { var w = window(100) }");
    assertThat(key.run(script, event))
        .singleElement()
        .asString()
        .contains("must work on at most 8388608 characters");
  }

  @Test
  void countsSumsOfANumberAndAText() throws Exception {
    TestingKey key = new TestingKey("1");

    assertThat(
            key.run("event.x = [1 + 'a', 'a' + 1, 1 + event.s, 1 + event.none]", "{\"s\":\"2\"}"))
        .containsExactly("{\"s\":\"2\",\"x\":[null,\"a1\",null,null]}");
    assertThat(key.skipped()).isEqualTo(2);
    assertThat(key.run("event.x = 1 + 'a'; event.a.b = 1", "{}"))
        .containsExactly("1:20: Cannot set a field of null");
    assertThat(key.skipped()).isEqualTo(2);
  }

  @Test
  void showsTheFirstHundredLines() throws Exception {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    ScriptConsole.redirect(shown);
    try {
      EventScript script =
          script("for (var i = 0; i < 60; i++) log(`${i}\u001b[31m`); log([1, 'x'])");
      EventScript other = InstantiationUtil.clone(script);
      TestingKey key = new TestingKey("1");
      key.run(script, "{}");
      key.run(other, "{}");
      key.run(script("log('another step')"), "{}");
    } finally {
      ScriptConsole.redirect(new FileOutputStream(FileDescriptor.err));
    }

    List<String> lines = shown.toString(UTF_8).lines().toList();
    assertThat(lines).hasSize(102);
    assertThat(lines.get(0)).isEqualTo("step 's': 0\uFFFD[31m");
    assertThat(lines.get(60)).isEqualTo("step 's': [1,\"x\"]");
    assertThat(lines.get(61)).isEqualTo("step 's': 0\uFFFD[31m");
    assertThat(lines.subList(100, 102))
        .containsExactly("step 's': no more than 100 lines are shown", "step 's': another step");
  }

  @Test
  void endsTheRunOnceItHasFinished() throws Exception {
    EventScript script =
        script("if (event.n == 2) { stop(`at ${event.n}`); event.a.b = 1 } else stop('now')");
    EventScript other = InstantiationUtil.clone(script);
    TestingKey key = new TestingKey("1");

    key.run(script, "{\"n\":2}");
    assertThat(script.isOver()).isFalse();
    assertThat(key.run(script, "{\"n\":1}")).containsExactly("{\"n\":1}");
    assertThat(script.isOver()).isTrue();
    assertThat(other.isOver()).isTrue();
    assertThat(other.end()).isEqualTo("now");
    assertThat(script("stop('x')").isOver()).isFalse();
  }
}
