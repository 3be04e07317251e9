// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.operators.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          plain                                | plain
          ${event.s}                           | x"y
          <${event.s}> ${event.n};             | <x"y> 1.50;
          [${event.missing ?? ''}]             | []
          [${event.missing}]                   | [null]
          ${event.o} ${event.l} ${event.b}     | {"a":1} [1, 2] true
          ${event.n > 1 ? '}' : "{"}!          | }!
          \\${event.s} $ {x} } $               | ${event.s} $ {x} } $
          ${event.s}${event.s}                 | x"yx"y
          '`${event.s}`'                       | '`x"y`'
          """)
  void replacesEachExpressionByItsResult(String template, String text) throws Exception {
    Event event = Event.of("{\"s\":\"x\\\"y\",\"n\":1.50,\"o\":{\"a\":1},\"l\":[1, 2],\"b\":true}");

    assertThat(Template.parse(template).textOf(event)).isEqualTo(text);
  }

  @Test
  void isNeverMadeOfTheTextOfAnEvent() throws Exception {
    Event event = Event.of("{\"s\":\"${event.secret}\",\"secret\":1}");

    assertThat(Template.parse("${event.s}").textOf(event)).isEqualTo("${event.secret}");
  }

  @Test
  void saysWhatExceedsALimit() throws Exception {
    Event event = Event.of("{\"s\":\"" + "x".repeat(600_000) + "\"}");

    assertThat(Template.parse("${event.s} ${event.s}").textOf(event))
        .startsWith("[")
        .endsWith("]")
        .hasSizeLessThan(200);
  }

  @Test
  void placesAMistakeInTheTemplate() {
    assertThat(mistake("ab ${event.x"))
        .hasMessage("Cannot parse template text: '${' without '}'")
        .returns(1, ExpressionException::line)
        .returns(13, ExpressionException::column);
    assertThat(mistake("a\n`b` ${event.a} ${evnt.x}"))
        .hasMessageContaining("Unknown variable: 'evnt'")
        .returns(2, ExpressionException::line)
        .returns(18, ExpressionException::column);
    assertThat(mistake("${}")).isNotNull();
  }

  private static ExpressionException mistake(String template) {
    return catchThrowableOfType(ExpressionException.class, () -> Template.parse(template));
  }
}
