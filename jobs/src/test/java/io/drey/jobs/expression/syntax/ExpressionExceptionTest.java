// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drey.jobs.expression.Expression;
import io.drey.operators.event.Event;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionExceptionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          event.x == level        | 1:12 Unknown variable: 'level' (did you mean event.level?)
          evnt.x                  | 1:1 Unknown variable: 'evnt' (did you mean event?)
          state.n                 | 1:1 Unknown variable: 'state' (did you mean event.state?)
          event.a-b               | 1:9 Unknown variable: 'b' (did you mean event.b?)
          {a: 1}                  | 1:2 Unknown variable: 'a' (did you mean event.a?)
          hasx(event.x)           | 1:1 Unknown function: 'hasx' (did you mean has? known: abs, ceil, duration, floor, has, hash, join, lower, match, matches, max, min, number, parseJson, round, sort, split, text, time, toJson, typeOf, upper)
          foo(event.x)            | 1:1 Unknown function: 'foo' (known: abs, ceil, duration, floor, has, hash, join, lower, match, matches, max, min, number, parseJson, round, sort, split, text, time, toJson, typeOf, upper)
          has()                   | 1:1 Invalid arguments of has: must be 1 but was 0
          1 + matches('a')        | 1:5 Invalid arguments of matches: must be 2 but was 1
          'a'.substring()         | 1:4 Invalid arguments of substring: must be 1 to 2 but was 0
          event.x =~ '(a'         | 1:12 Invalid regular expression: missing closing ) but was '(a'
          event.x !~ '[a'         | 1:12 Invalid regular expression: missing closing ] but was '[a'
          matches('a', 'a**')     | 1:14 Invalid regular expression: invalid nested repetition operator but was 'a**'
          event.x =~ '((a{99}){99})' | 1:12 Invalid regular expression: must be at most 20000 steps long with repetitions expanded but was '((a{99}){99})'
          'a'.split('[')          | 1:11 Invalid regular expression: missing closing ] but was '['
          duration('30x')         | 1:10 Invalid duration: must be like 30s or PT10M but was '30x'
          duration('')            | 1:10 Invalid duration: must be like 30s or PT10M but was ''
          duration('9999999999999999999s') | 1:10 Invalid duration: must be like 30s or PT10M but was '9999999999999999999s'
          event.x ==              | 1:9 Cannot parse expression: unexpected end after '=='
          event.x == (1           | 1:13 Cannot parse expression: unexpected end after '1'
          event.x == 1)           | 1:13 Cannot parse expression: unexpected ')'
          event.x event.y         | 1:9 Cannot parse expression: unexpected 'event'
          event.x === = 1         | 1:9 Cannot parse expression: unexpected '==='
          event.x == 'abc         | 1:16 Cannot parse expression: unterminated string
          event.x == “a”          | 1:12 Cannot parse expression: invalid character
          99999999999999999999l   | 1:1 Cannot parse expression: unexpected '99999999999999999999l'
          NaN                     | 1:1 Unsupported number: NaN
          event.x = 1             | 1:1 Unsupported syntax: assignment (did you mean ==?)
          1 = 2                   | 1:1 Unsupported syntax: assignment (did you mean ==?)
          event.x += 1            | 1:1 Unsupported syntax: assignment
          event.x++               | 1:1 Unsupported syntax: assignment
          x -> 1                  | 1:1 Unsupported syntax: function definition
          for (x : event.l) 1     | 1:1 Unsupported syntax: 'for' (statements are for scripts only)
          while (true) 1          | 1:1 Unsupported syntax: 'while' (statements are for scripts only)
          return 1                | 1:1 Unsupported syntax: 'return' (statements are for scripts only)
          1; 2                    | 1:2 Unsupported syntax: ';' (statements are for scripts only)
          1..9                    | 1:1 Unsupported syntax: range
          event..x                | 1:1 Unsupported syntax: range
          {1, 2}                  | 1:1 Unsupported syntax: set in braces (did you mean a list in brackets?)
          event.x =~ ~/a/         | 1:12 Unsupported syntax: regular expression literal (did you mean a string?)
          1 << 2                  | 1:1 Unsupported syntax: shift
          a:b(1)                  | 1:1 Unsupported syntax: namespace
          event.x.y()()           | 1:8 Unsupported syntax: call of a value
          (event.x)(1)            | 1:1 Unsupported syntax: call of a value
          event['x'](1)           | 1:6 Unsupported syntax: call of a value
          """)
  void saysWhatIsWrongAndWhere(String expression, String problem) {
    assertThat(problem(expression)).isEqualTo(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "''.getClass()",
        "event.getClass()",
        "event.x.getClass().forName('java.lang.System')",
        "'x'.class.forName('java.lang.Runtime')",
        "new('java.lang.String')",
        "new java.lang.String('x')",
        "#pragma jexl.namespace.s java.lang.System\ns:exit(1)",
        "java.lang.System",
        "java.lang.System.exit(1)",
        "event instanceof java.util.Map",
        "switch (event.x) { case java.lang.Long.MAX_VALUE -> 1 }",
        "event.`x`",
        "@silent event",
        "import java.lang",
        "#0",
        "$jexl",
        "event.wait()",
        "event.hashCode()",
        "event.x.notify()",
        "[].add(1)",
        "event.put('a', 1)",
        "event.l.stream()",
        "'a'.repeat(1000000000)",
        "'a'.getBytes()",
        "call(event)",
      })
  void refusesWhatIsNotListed(String expression) {
    assertThat(problem(expression)).isNotEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"event.class", "event.x.class", "'x'.class", "event['class']", "event.l.class"})
  void readsClassAsAField(String expression) throws Exception {
    Object result = Expression.parse(expression).evaluate(Event.of("{\"l\":[1]}"));

    assertThat(result).isNull();
  }

  @Test
  void countsLinesAndColumnsOfTheText() {
    assertThat(problem("   level")).startsWith("1:4 ");
    assertThat(problem("\tlevel")).startsWith("1:2 ");
    assertThat(problem("event.x\n  && level")).startsWith("2:6 ");
    assertThat(problem("\r\n\r\n level")).startsWith("3:2 ");
    assertThat(problem("event.x == 1.5 // no\n  && level")).startsWith("2:6 ");
  }

  @Test
  void refusesAnEmptyExpression() {
    String empty = "1:1 Invalid expression: must not be empty but was ''";

    assertThat(problem("")).isEqualTo(empty);
    assertThat(problem("  \n ")).isEqualTo(empty);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "{", "!", "-", "f(", "{'a':", "event[", "1?1:", "1+", "a.b("})
  void refusesDeepNestingAtOnce(String piece) {
    for (int times : new int[] {9, 30, 200, 1_000, 10_000, 60_000}) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> problem(piece.repeat(times) + "1"));
    }
    assertThat(problem(piece.repeat(10_000) + "1")).contains(":");
  }

  @Test
  void refusesBalancedDeepNesting() {
    String rule =
        "Invalid expression: must not be nested deeper than 8 brackets or 100 parentheses";

    assertThat(problem("(".repeat(10_000) + "1" + ")".repeat(10_000))).isEqualTo("1:101 " + rule);
    assertThat(problem("[".repeat(9) + "1" + "]".repeat(9))).isEqualTo("1:9 " + rule);
    assertThat(problem("!".repeat(400) + "true")).endsWith(rule);
    assertThat(problem("!".repeat(30_000) + "true")).endsWith(rule);
    assertThat(problem("1" + "+1".repeat(400))).endsWith(rule);
    assertThat(problem("(".repeat(100) + "1" + ")".repeat(100))).isEqualTo("none");
    assertThat(problem("'((((((((('" + "+'[[[[[[[[[['".repeat(20))).isEqualTo("none");
    assertThat(problem("true" + " && event.x == 'y'".repeat(2_000))).isEqualTo("none");
  }

  @Test
  void refusesTooLongText() {
    assertThat(problem("1" + " ".repeat(70_000)))
        .isEqualTo("1:1 Invalid expression: must be at most 65536 characters but was 70001");
  }

  private static String problem(String expression) {
    ExpressionException problem =
        catchThrowableOfType(ExpressionException.class, () -> Expression.parse(expression));
    return problem == null
        ? "none"
        : problem.line() + ":" + problem.column() + " " + problem.getMessage();
  }
}
