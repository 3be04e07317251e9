// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.operators.event.Event;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileTextTest {
  private static final int TEXTS = 20_000;

  private static final List<String> PIECES =
      List.of(
          "event",
          ".x",
          ".",
          "?.",
          "[",
          "]",
          "(",
          ")",
          "{",
          "}",
          "'a'",
          "\"",
          "'",
          "1",
          "1.5",
          "1e999",
          ".5",
          "08",
          "0x1F",
          "1l",
          "1h",
          "1b",
          "1f",
          "99999999999999999999l",
          "NaN",
          "#NaN",
          "==",
          "!=",
          "=~",
          "!~",
          "=^",
          "=$",
          "<",
          ">=",
          "&&",
          "||",
          "!",
          "??",
          "?",
          ":",
          "?:",
          "+",
          "-",
          "*",
          "/",
          "%",
          "&",
          "|",
          "^",
          "~",
          "<<",
          "..",
          "...",
          ",",
          ";",
          "=",
          "+=",
          "++",
          "->",
          "=>",
          "new",
          "var",
          "for",
          "size",
          "empty",
          "has",
          "time",
          "lower",
          "#",
          "##",
          "@a",
          "~/a/",
          "\\",
          "\n",
          "\r",
          "\t",
          " ",
          "null",
          "true",
          "not",
          "and",
          "or",
          "eq",
          "instanceof",
          "switch",
          "case",
          "function",
          "return",
          "é",
          "😀",
          "\uD800",
          "\u0000",
          "/*",
          "*/",
          "//",
          "`",
          "${",
          "$",
          "#0",
          "#pragma",
          "import",
          "java.lang.System",
          "class");

  @Test
  void isParsedOrRefusedAndThenEvaluated() throws Exception {
    Random random = new Random(20_260_101);
    Event event = Event.of("{\"x\":[1,{\"x\":\"a\"},null,true,\"30s\"]}");
    int parsed = 0;

    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      try {
        Expression expression = Expression.parse(text);
        assertThat(expression.json(event)).as(text).isNotEmpty();
        parsed++;
      } catch (ExpressionException e) {
        assertThat(e.getMessage()).as(text).matches("(?s)[A-Z][a-z]+ [a-z]+.*[^.]");
        assertThat(e.line()).as(text).isPositive();
        assertThat(e.column()).as(text).isPositive();
      }
    }

    assertThat(parsed).isGreaterThan(TEXTS / 50);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(8);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }
}
