// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.expression.value.JsonOutput;
import io.drey.operators.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainConditionsTest {
  private static final int EXPRESSIONS = 2_500;
  private static final int EVENTS_EACH = 40;

  @Test
  void agreeWithTheInterpreter() throws Exception {
    TestingExpressions random = new TestingExpressions(20_260_101);
    int truths = 0;

    for (int i = 0; i < EXPRESSIONS; i++) {
      String text = random.condition();
      CompiledExpression plain = CompiledExpression.of(text);
      CompiledExpression interpreted = CompiledExpression.interpreted(text);
      assertThat(plain.isPlain()).as(text).isTrue();
      for (Event event : events(random)) {
        boolean truth = interpreted.test(event);
        assertThat(plain.test(event)).as("%s of %s", text, event).isEqualTo(truth);
        assertThat(plain.evaluate(event)).isEqualTo(interpreted.evaluate(event));
        truths += truth ? 1 : 0;
      }
    }

    assertThat(truths).isBetween(EXPRESSIONS * EVENTS_EACH / 4, EXPRESSIONS * EVENTS_EACH * 3 / 4);
  }

  private static List<Event> events(TestingExpressions random) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < EVENTS_EACH; i++) {
      events.add(Event.of(random.event()));
    }
    return events;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.x",
        "event.0 == 1",
        "event[0] == 1",
        "event.x == event.y",
        "event == null",
        "event.x == 'a' ? 1 : 2",
        "event.x.length() == 1",
        "event.x =~ event.y",
        "event.x =~ [event.y]",
        "event.x =~ [...]",
        "1 == 1",
        "event.x + 1 == 2",
        "has(event.x) && event.y == 1"
      })
  void leaveTheRestToTheInterpreter(String expression) throws Exception {
    assertThat(CompiledExpression.of(expression).isPlain()).isFalse();
  }

  @Test
  void readBareFieldsAlike() throws Exception {
    TestingExpressions random = new TestingExpressions(1);
    int values = 0;
    for (String field : List.of("event.a", "event.o.p.a", "event['a-b']", "event?.o?.a")) {
      CompiledExpression interpreted = CompiledExpression.interpreted(field);
      CompiledExpression plain = CompiledExpression.of(field);
      for (Event event : events(random)) {
        assertThat(JsonOutput.text(plain.evaluate(event)))
            .isEqualTo(JsonOutput.text(interpreted.evaluate(event)));
        values += plain.evaluate(event) == null ? 0 : 1;
      }
    }

    assertThat(values).isBetween(EVENTS_EACH / 2, EVENTS_EACH * 3);
  }
}
