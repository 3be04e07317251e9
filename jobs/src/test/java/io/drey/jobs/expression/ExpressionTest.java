// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.jobs.expression.value.JsonOutput;
import io.drey.operators.event.Event;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private static final Event EVENT =
      Event.of(
          """
          {"s":"abc","n":401,"d":1.50,"e":1e2,"t":true,"f":false,"z":null,"empty":"","a-b":"dash",
           "a.b":"dot","o":{"p":{"q":7},"class":"first","list":[1]},"l":["a","b",{"c":3},[4]],
           "o.z":"none","y":{"z":null},"y.z":"hidden","k.l":{"m":1},"v.w":{"x":{"y":1}},
           "size":"seven","class":"economy","big":9007199254740993,"huge":1e400,"vast":1e99999999999,
           "time":"2024-01-01T00:00:00.0019Z","json":"[1, {\\"a\\": 1.0}]","dup":1,"dup":2,"1":"one"}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          event.s                     | "abc"
          event.missing               | null
          event.missing.deeper.still  | null
          event.s.x                   | null
          event['a-b']                | "dash"
          event['a.b']                | "dot"
          event.'a-b'                 | "dash"
          event.a.b                   | "dot"
          event?.a?.b                 | "dot"
          (event.a.b)                 | "dot"
          event.a.b.length()          | 3
          event.a.b + 's'             | "dots"
          event.a['b']                | null
          event['a'].b                | null
          event.a.b == 'dot'          | true
          event.a.b =~ ['dot']        | true
          event['a'].b == 'dot'       | false
          has(event.a.b)              | true
          event.o.z                   | "none"
          event.y.z                   | null
          event.y.z ?? 'x'            | "x"
          event.k.l                   | {"m":1}
          event.k.l.m                 | null
          event.k.l['m']              | 1
          event.v.w['x'].y            | 1
          event.o.p.q                 | 7
          event['o']['p'].q           | 7
          event.l[0]                  | "a"
          event.l.1                   | "b"
          event.l[2].c                | 3
          event.l[3][0]               | 4
          event.l[9]                  | null
          event.l[-1]                 | null
          event.l['x']                | null
          event.l[event.missing]      | null
          event.s[0]                  | null
          event.1                     | "one"
          event.dup                   | 2
          event?.missing?.x           | null
          event.missing?.x            | null
          event.missing ?? 'y'        | "y"
          event.f ?? 'y'              | false
          event.t ? 1 : 2             | 1
          event.s ? 1 : 2             | 2
          event.n ? 1 : 2             | 2
          event.t ?: 2                | true
          event.s ?: 2                | 2
          event.size                  | "seven"
          event.class                 | "economy"
          event.o.class               | "first"
          size(event.l)               | 4
          size(event.missing)         | 0
          empty(event.missing)        | true
          empty(event.empty)          | true
          empty(event.n)              | false
          event.o.size()              | 3
          event.o.keySet()            | ["p","class","list"]
          event.o.values()            | [{"q":7},"first",[1]]
          event.get('s')              | "abc"
          event.getOrDefault('q', 1)  | 1
          event.containsKey('z')      | true
          event.containsKey('q')      | false
          """)
  void readsFields(String expression, String result) throws Exception {
    assertThat(json(expression)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          event.s == 'abc'            | true
          '401' == 401                | false
          event.n == '401'            | false
          event.n != '401'            | true
          '' == 0                     | false
          null == 0                   | false
          null == false               | false
          null == null                | true
          event.z == null             | true
          event.missing == null       | true
          event.missing != null       | false
          event.n == 401.0            | true
          event.n == 4.01e2           | true
          event.e == 100              | true
          event.d == 1.5              | true
          event.big == 9007199254740992 | false
          event.big == 9007199254740993 | true
          event.huge > 1e399          | true
          event.huge < 1e401          | true
          event.huge == 1e400         | true
          event.vast > event.huge     | true
          event.vast == event.vast    | true
          0.1 + 0.2 == 0.3            | true
          1e999 == 1e998              | false
          0.12345678901234567891 == 0.12345678901234567892 | false
          'a' < 'b'                   | true
          'a' < 1                     | false
          'a' >= 1                    | false
          null < 1                    | false
          null <= null                | false
          true <= true                | false
          event.l == event.l          | true
          event.o.list == [1.0]       | true
          event.o.p == {'q': 7}       | true
          event.o.p == {'q': 8}       | false
          event.s =~ ['abc', 1]       | true
          event.s !~ ['abc', 1]       | false
          event.n =~ ['401']          | false
          event.n =~ [401.0]          | true
          event.missing =~ [null]     | false
          event.missing !~ ['a']      | true
          ['a'] =~ event.l            | true
          event.s =~ 'a.c'            | true
          event.s =~ 'b'              | false
          event.s =~ '(?P<re2>a).*'   | true
          event.s =~ ('a.c')          | true
          'abc' =~ 'a' + '.c'         | true
          event.s !~ 'b'              | true
          event.n =~ '4.*'            | false
          event.missing =~ '.*'       | false
          event.s =~ event.n          | false
          event.s =~ '(' + ''         | false
          event.s =~ event.o          | false
          'p' =~ event.o              | true
          event.s =^ 'a'              | true
          event.s =$ 'c'              | true
          event.s =^ 4                | false
          event.n =^ '4'              | false
          event.t && event.t          | true
          event.t && event.s          | false
          `event.s || event.t`        | true
          `event.s || event.n`        | false
          !event.s                    | true
          !event.t                    | false
          not event.t                 | false
          """)
  void comparesWithoutConversion(String expression, String result) throws Exception {
    assertThat(json(expression)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'a' + event.s               | "aabc"
          'a' + 1                     | "a1"
          1 + 'a'                     | null
          1 + null                    | null
          null + null                 | null
          event.l + event.l           | null
          true + 1                    | null
          1 + 1                       | 2
          9223372036854775807 + 1     | 9223372036854775808
          -9223372036854775808        | -9223372036854775808
          -event.big                  | -9007199254740993
          -event.s                    | null
          +event.s                    | null
          1.50 * 2                    | 3.00
          event.e + 1                 | 101
          event.e * event.e           | 10000
          7 / 2                       | 3.5
          6 / 3                       | 2
          1 / 3                       | 0.3333333333333333333333333333333333
          1 / 0                       | null
          1 / event.s                 | null
          7 % 3                       | 1
          -7 % 3                      | -1
          7 % 0                       | null
          5.5 % 2                     | 1.5
          event.vast + 1              | null
          6 & 3                       | 2
          6 ^ 3                       | 5
          ~6                          | -7
          6 & 'a'                     | null
          6.5 & 1                     | null
          """)
  void computesExactlyOrNull(String expression, String result) throws Exception {
    assertThat(json(expression)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          has(event.s)                | true
          has(event.z)                | false
          has(event.missing)          | false
          time(event.time)            | 1704067200001
          time('2024-01-01T01:00:00+01:00') | 1704067200000
          time('1969-12-31T23:59:59.9999Z') | -1
          time('2024-01-01')          | null
          time(event.n)               | null
          duration('30s')             | 30000
          duration('PT10M')           | 600000
          duration(event.s)           | null
          duration(event.n)           | null
          lower('ÄB')                 | "äb"
          upper('äß')                 | "ÄSS"
          lower(event.n)              | null
          matches(event.s, 'a.c')     | true
          matches(event.s, 'b')       | false
          matches(event.n, '.*')      | false
          matches(event.s, event.n)   | false
          hash('abc')                 | "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
          hash(event.n)               | null
          toJson(event.d)             | "1.50"
          toJson(event.o)             | "{\\"p\\":{\\"q\\":7},\\"class\\":\\"first\\",\\"list\\":[1]}"
          toJson([1, 'a', null])      | "[1,\\"a\\",null]"
          toJson(event.missing)       | "null"
          parseJson(event.json)       | [1, {"a": 1.0}]
          parseJson(event.json)[1].a  | 1.0
          parseJson('1,"v":2')        | null
          parseJson('1,"x":2')        | null
          parseJson('{')              | null
          parseJson(event.n)          | null
          number('0.010')             | 0.010
          number('1e400') > 1         | true
          number('-')                 | null
          number('')                  | null
          number(' 1')                | null
          number('1 ')                | null
          number('"1"')               | null
          number('true')              | null
          number(event.d)             | 1.50
          number(event.o)             | null
          text(event.d)               | "1.50"
          text('a')                   | "a"
          text(event.z)               | null
          split('a,,b,', ',')         | ["a","","b",""]
          split('', ',')              | [""]
          split('a.b', '.')           | ["a","b"]
          split('abc', '')            | null
          split(event.n, ',')         | null
          match('k=v', '(?P<k>[a-z]+)=(?P<v>.*)') | {"k":"k","v":"v"}
          match('k', '(?P<k>[a-z]+)(=(?P<v>.*))?') | {"k":"k","v":null}
          match('k=v', '[a-z]=.')     | {}
          match('k=v ', '(?P<k>[a-z])=.') | null
          match(event.n, '.*')        | null
          match('k', event.missing)   | null
          'a,b,,'.split(',')          | ["a","b"]
          'aXbX'.replace('X', '--')   | "a--b--"
          'abc'.replace('', '-')      | "-a-b-c-"
          'abc'.substring(1)          | "bc"
          'abc'.substring(1, 2)       | "b"
          'abc'.substring(2, 9)       | null
          'abc'.charAt(1)             | "b"
          'abc'.charAt(3)             | null
          ' x '.trim()                | "x"
          'abc'.length()              | 3
          'abc'.contains(1)           | null
          event.n.length()            | null
          event.missing.length()      | null
          event.l.contains('a')       | true
          [1, 2].contains(2.0)        | true
          [1, 2].indexOf(2.0)         | 1
          [].isEmpty()                | true
          [...]                       | []
          {:}                         | {}
          {'a': event.d, 'b': [1]}    | {"a":1.50,"b":[1]}
          {1: 2}                      | {"1":2}
          """)
  void callsFunctionsAndMethods(String expression, String result) throws Exception {
    assertThat(json(expression)).isEqualTo(result);
  }

  @Test
  void copiesFieldsAsWritten() throws Exception {
    Event event =
        Event.of("{\"x\":[1e2, -0 ,1.0e+0],\"o\":{\"a\" :\"\\u0041\"},\"n\":1E2,\"m\":-0}");

    assertThat(json("event.x", event)).isEqualTo("[1e2, -0 ,1.0e+0]");
    assertThat(json("event.o", event)).isEqualTo("{\"a\" :\"\\u0041\"}");
    assertThat(json("[event.n, event.m, event.x[0]]", event)).isEqualTo("[1E2,-0,1e2]");
    assertThat(json("event.missing ?? event.n", event)).isEqualTo("1E2");
  }

  @Test
  void readsEachEventAsItIsWhateverThoseBeforeItWere() throws Exception {
    Expression expression = Expression.parse("event.a[event.k]");
    List<@Nullable Object> results = new ArrayList<>();

    for (String event :
        List.of(
            "{\"k\":0,\"a\":[7,8]}",
            "{\"k\":1,\"a\":[7,8]}",
            "{\"k\":1,\"a\":{\"0\":5,\"1\":6}}",
            "{\"k\":0,\"a\":{\"0\":5,\"1\":6}}",
            "{\"k\":\"0\",\"a\":{\"0\":5}}",
            "{\"k\":0,\"a\":[7]}",
            "{\"k\":0,\"a\":\"text\"}")) {
      results.add(expression.evaluate(Event.of(event)));
    }

    assertThat(results).containsExactly(7L, 8L, 6L, 5L, 5L, 7L, null);
  }

  @Test
  void givesLongsDecimalsAndText() throws Exception {
    assertThat(Expression.parse("event.n").evaluate(EVENT)).isEqualTo(401L);
    assertThat(Expression.parse("size(event.l)").evaluate(EVENT)).isEqualTo(4L);
    assertThat(Expression.parse("event.s").evaluate(EVENT)).isEqualTo("abc");
    assertThat(Expression.parse("event.missing").evaluate(EVENT)).isNull();
  }

  @Test
  void testsOnlyTheBooleanTrue() throws Exception {
    assertThat(Expression.parse("event.t").test(EVENT)).isTrue();
    assertThat(Expression.parse("event.s").test(EVENT)).isFalse();
    assertThat(Expression.parse("event.n").test(EVENT)).isFalse();
    assertThat(Expression.parse("event.missing").test(EVENT)).isFalse();
  }

  @Test
  void travelsAsItsText() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(Expression.parse("event.n + 1"));
    }

    Object copy = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

    assertThat(((Expression) copy).evaluate(EVENT)).isEqualTo(402L);
    assertThat(copy).isEqualTo(Expression.parse("event.n + 1")).hasToString("event.n + 1");
  }

  @Test
  void boundsWhatItBuilds() throws Exception {
    Event event =
        Event.of("{\"s\":\"" + "x".repeat(600_000) + "\",\"r\":\"" + "y".repeat(99) + "\"}");

    assertFails("event.s + event.s", event, "must be at most 1048576 characters but was 1200000");
    assertFails("[event.s, event.s]", event, "must be at most 1048576 characters but was 1200006");
    assertFails(
        "event.s.replace('x', event.r)",
        event,
        "must be at most 1048576 characters but was 59400000");
    assertFails(
        "size(toJson([event.s, event.s]))",
        event,
        "must be at most 1048576 characters but was 1200006");
    assertThat(json("event.s", event)).hasSize(600_002);
  }

  private static void assertFails(String expression, Event event, String rule) throws Exception {
    Expression parsed = Expression.parse(expression);
    assertThatThrownBy(() -> parsed.json(event))
        .isInstanceOf(ExpressionFailedException.class)
        .hasMessage("Invalid result: " + rule);
  }

  @Test
  void boundsRegularExpressionsOfFields() throws Exception {
    Event event =
        Event.of(
            """
            {"s":"a","bomb":"((((a{99}){99}){99}){99})*a?","long":"%s",
             "uuid":"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"}
            """
                .formatted("a?".repeat(20_000)));

    assertThat(json("event.s =~ event.bomb", event)).isEqualTo("false");
    assertThat(json("event.s =~ event.long", event)).isEqualTo("false");
    assertThat(json("'01234567-89ab-cdef-0123-456789abcdef' =~ event.uuid", event))
        .isEqualTo("true");
  }

  @Test
  void comparesDeepAndLongValues() throws Exception {
    String deep = "[".repeat(990) + "1" + "]".repeat(990);
    String digits = "7".repeat(200_000);
    Event event =
        Event.of(
            "{\"a\":%s,\"b\":%s,\"c\":%s.0,\"d\":%s.1}"
                .formatted(deep, deep.replace("1", "1.0"), digits, digits));

    assertThat(json("event.a == event.b", event)).isEqualTo("true");
    assertThat(json("event.c < event.d", event)).isEqualTo("true");
    assertThat(json("event.c + 1", event)).isEqualTo("null");
    assertThat(json("event.d", event)).isEqualTo(digits + ".1");
  }

  @Test
  void doesNotTakeInterruptionForAnAnswer() throws Exception {
    Expression expression = Expression.parse("event.n + 1");

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> expression.evaluate(EVENT)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static String json(String expression) throws ExpressionException {
    return json(expression, EVENT);
  }

  private static String json(String expression, Event event) throws ExpressionException {
    String json = new String(Expression.parse(expression).json(event), UTF_8);
    Object interpreted = CompiledExpression.interpreted(expression).evaluate(event);
    assertThat(new String(JsonOutput.bytes(interpreted), UTF_8)).isEqualTo(json);
    return json;
  }
}
