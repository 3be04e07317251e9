// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.expression.syntax.ScriptOrigin;
import io.drey.operators.event.Event;
import io.drey.operators.event.Origin;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts read as {@code meta}. */
class MetaTest {
  private static final Event EVENT = Event.of("{}").withOrigin(new Origin("in", "a \"b\".log:7"));

  private static EventScript script(String text) throws Exception {
    return InstantiationUtil.clone(EventScript.parse(text, ScriptOrigin.text()));
  }

  @Test
  void saysWhereAnEventIsFromAndItsTime() throws Exception {
    TestingKey key = new TestingKey("1").at(1_500);

    assertThat(
            key.run(script("event.s = meta.source; event.m = meta; event.n = meta.size()"), EVENT))
        .containsExactly(
            "{\"s\":\"in\",\"m\":{\"source\":\"in\",\"position\":\"a \\\"b\\\".log:7\","
                + "\"time\":\"1970-01-01T00:00:01.500Z\"},\"n\":3}");
    assertThat(key.run(script("event.m = `${meta.position} ${meta['time']}`"), EVENT))
        .containsExactly("{\"m\":\"a \\\"b\\\".log:7 1970-01-01T00:00:01.500Z\"}");
    assertThat(key.run(script("function f(e) { e.m = meta.source }; f(event)"), EVENT))
        .containsExactly("{\"m\":\"in\"}");
    assertThat(key.run(script("event.x = 1; event.m = meta.source"), EVENT))
        .containsExactly("{\"x\":1,\"m\":\"in\"}");
  }

  @Test
  void isAbsentWhereNothingIsKnown() throws Exception {
    TestingKey key = new TestingKey("1");

    assertThat(key.run(script("event.m = meta"), EVENT.untraced())).containsExactly("{\"m\":{}}");
    assertThat(key.run(script("event.m = meta.time ?? 'none'"), EVENT))
        .containsExactly("{\"m\":\"none\"}");
  }

  @Test
  void emitsWithoutIt() throws Exception {
    List<@Nullable Origin> origins = new ArrayList<>();
    TestingKey key =
        new TestingKey("1") {
          @Override
          public void emit(Event record) {
            origins.add(record.origin());
          }
        };

    key.run(script("emit(event); event.m = meta.source; emit(event)"), EVENT);
    key.run(script("event.m = null"), EVENT);
    key.run(script("var x = 1"), EVENT);

    assertThat(origins).containsExactly(null, null, null, null, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var m = meta; m.source = 'x'",
        "meta.remove('source')",
        "meta.clear()",
        "function f(o) { o.x = 1 }; f(meta)",
      })
  void cannotBeChanged(String text) throws Exception {
    assertThat(new TestingKey("1").run(script(text), EVENT))
        .singleElement()
        .asString()
        .endsWith(": Cannot change 'meta': read only");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          meta.source = 1                 | 1:1 Cannot change 'meta': read only
          meta = 1                        | 1:1 Cannot assign 'meta': only its fields can be set
          event.x = meta.line             | 1:11 Unknown field of meta: 'line' (did you mean time? known: position, source, time)
          event.x = meta.postion          | 1:11 Unknown field of meta: 'postion' (did you mean position? known: position, source, time)
          var meta = {:}; meta.line = 1   | accepted
          """)
  void isRefusedWhereItMakesNoSense(String script, String refusal) {
    assertThat(TestingRefusal.of(script)).isEqualTo(refusal);
  }

  @Test
  void tellsWhereItIsReadFirst() throws Exception {
    ScriptOrigin file = (line, column) -> "x.jexl:" + line + ":" + column;
    EventScript reading =
        EventScript.parse("var x = 1\n  x = meta.time; x = meta.time\nevent.m = meta.source", file);

    assertThat(reading.uses().meta()).isEqualTo(new ScriptPlace(2, 7, "x.jexl:2:7"));
    assertThat(script("event.meta = event.meta.source").uses().meta()).isNull();
    assertThat(script("var meta = 1; event.x = meta").uses().meta()).isNull();
    assertThat(script("function f(x) { return meta.source }; event.x = f(1)").uses().meta())
        .isNotNull();
    assertThat(script("event.x = `at ${meta.position}`").uses().meta()).isNotNull();
  }
}
