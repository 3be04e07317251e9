// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.syntax.ScriptOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the text: it is refused, or it runs and comes to an end. */
class ScriptFuzzTest {
  private static final int INPUTS = Integer.getInteger("drey.fuzz.inputs", 2_000);

  private static final List<String> STATEMENTS =
      List.of(
          "state.n += 1",
          "event.x = state.n ?? 0",
          "state[event.k] = event",
          "state.l = [1, 'a', null]",
          "state.l.add(state)",
          "event.l.addAll(event.l)",
          "var v = event",
          "v = [v, v]",
          "for (var e : event.l) { event.y = e }",
          "for (var i = 0; i < 9; i++) state['k' + i] = i",
          "while (event.x < 5) event.x++",
          "do { state.n-- } while (state.n > 0)",
          "if (event.b) { drop() } else emit({'n': state.size()})",
          "emit(event)",
          "state.merge(event)",
          "state.remove('n')",
          "state.clear()",
          "event.o.p.q = 1",
          "event.t = toJson(state.toMap())",
          "event.u = parseJson(event.s)",
          "return",
          "break",
          "event.s = event.s.replace('a', 'aa')",
          "event.l.sort(); event.l.reverse()",
          "function f(a, b) { a.x = b; return [a, b] }",
          "event.f = f(state, event)",
          "event.g = f(event.o, f(event, 1))",
          "event.w = window(3); event.w.add(window(2))",
          "state.t = `${event.x}, ${state} ${window(1)}`",
          "emitEach([event, state, event.l])",
          "event.j = join(sort(event.l), event.s)",
          "event.m = max(event.l) ?? round(event.x, 1)",
          "if (state == null) stop(event.s)",
          "config.x.y = event.l",
          "var c = config.l; c.add(event)");

  private static final List<String> PIECES =
      List.of(
          "event",
          "state",
          "key",
          ".x",
          ".l",
          ".class",
          "[0]",
          "['k']",
          "(",
          ")",
          "{",
          "}",
          "{:}",
          "[]",
          "[...]",
          "'a'",
          "\"",
          "'",
          "1",
          "0.1",
          "-1",
          "1e9",
          "9999999999999999999",
          "null",
          "true",
          "==",
          "=",
          "+=",
          "-=",
          "*=",
          "/=",
          "%=",
          "++",
          "--",
          "&=",
          "<<=",
          "=~",
          "??",
          "?",
          ":",
          ";",
          "\n",
          "\r",
          "\t",
          " ",
          "var x",
          "x",
          "const y = 1",
          "let z",
          "for (",
          "while (",
          "do",
          "if (",
          "else",
          "switch",
          "function f()",
          "function f(x) {",
          "f(",
          "return 1",
          "`${",
          "}`",
          "`${event.x} ${",
          "$template(",
          "window(",
          "window(2)",
          "config",
          "stop(",
          "emitEach(",
          "round(",
          "min(",
          "->",
          "() -> ",
          "new ",
          "return",
          "break",
          "continue",
          "throw ",
          "try {",
          "catch",
          "#pragma a b",
          "@a ",
          "/*",
          "*/",
          "//",
          "`",
          "${",
          "emit(",
          "drop()",
          ".add(",
          ".put(",
          ".remove(",
          ".keys()",
          ".getClass()",
          "size(",
          "\\",
          "\uD800",
          "\u0000",
          "é",
          "..",
          ",");

  private final Random random = new Random(20_260_104L);

  @Test
  @Timeout(300)
  void isRefusedOrRunsToItsEnd() {
    int ran = 0;
    int failed = 0;
    for (int i = 0; i < INPUTS; i++) {
      String text = text();
      try {
        EventScript script = EventScript.parse(text, ScriptOrigin.text());
        failed += runs(script, text) ? 0 : 1;
        ran++;
      } catch (ExpressionException e) {
        assertThat(e.getMessage()).as(text).matches("(?s)[A-Z][a-z]+ [a-z]+.*[^.]");
        assertThat(e.line()).as(text).isPositive();
        assertThat(e.column()).as(text).isPositive();
      }
    }
    assertThat(ran).isBetween(INPUTS / 10, INPUTS * 9 / 10);
    assertThat(failed).isBetween(INPUTS / 100, ran / 2);
  }

  private static boolean runs(EventScript script, String text) {
    String event = "{\"k\":\"a\",\"l\":[1,\"b\"],\"b\":true,\"s\":\"[1]\",\"x\":1.0}";
    TestingKey key = new TestingKey("\"k\"");
    boolean hasRun = true;
    for (int i = 0; i < 2; i++) {
      List<String> left = key.run(script, event);
      boolean isOfEvents = left.stream().allMatch(record -> record.startsWith("{"));
      if (!isOfEvents) {
        assertThat(left).as(text).singleElement().asString().matches("\\d+:\\d+: [A-Z].*[^.]");
      }
      hasRun &= isOfEvents;
    }
    return hasRun;
  }

  private String text() {
    List<String> parts = new ArrayList<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      parts.add(random.nextInt(4) == 0 ? pieces() : one(STATEMENTS));
    }
    String text = String.join(random.nextBoolean() ? "\n" : "; ", parts);
    return random.nextInt(4) == 0 ? torn(text) : text;
  }

  private String pieces() {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      text.append(one(PIECES)).append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }

  /** With a part cut out of it or doubled. */
  private String torn(String text) {
    int from = random.nextInt(text.length());
    int to = from + random.nextInt(text.length() - from);
    String part = text.substring(from, to);
    return text.substring(0, from) + (random.nextBoolean() ? part + part : "") + text.substring(to);
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
