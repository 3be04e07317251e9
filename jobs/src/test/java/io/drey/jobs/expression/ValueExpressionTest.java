// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.expression.syntax.ExpressionException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueExpressionTest {
  private static final Set<String> NAMES = Set.of("key", "value");

  @Test
  void seesTheValuesOfItsNames() throws Exception {
    ValueExpression expression = ValueExpression.parse("lower(key) + ':' + value.tags[1]", NAMES);

    Object result = expression.evaluate(Map.of("key", "U1", "value", tags("a", "b"))::get);

    assertThat(result).isEqualTo("u1:b");
  }

  @Test
  void makesListsAndMaps() throws Exception {
    ValueExpression expression = ValueExpression.parse("{'k': key, 'v': [value, null]}", NAMES);

    Object result = expression.evaluate(Map.of("key", "a", "value", 1L)::get);

    assertThat(result).isEqualTo(Map.of("k", "a", "v", Arrays.asList(1L, null)));
  }

  @ParameterizedTest
  @CsvSource({
    "value + 1, 1.5, 2.5",
    "value * 2, 0.1, 0.2",
    "value - 1, 1e3, 999.0",
    "round(value), 2.6, 3"
  })
  void countsWithFloatingPoint(String text, double value, BigDecimal expected) throws Exception {
    Object result = ValueExpression.parse(text, NAMES).evaluate(Map.of("value", value)::get);

    assertThat(new BigDecimal(String.valueOf(result))).isEqualByComparingTo(expected);
  }

  @Test
  void comparesFloatingPoint() throws Exception {
    ValueExpression expression = ValueExpression.parse("value > 1.2 && value == 1.25", NAMES);

    assertThat(expression.evaluate(Map.of("value", 1.25)::get)).isEqualTo(true);
    assertThat(expression.evaluate(Map.of("value", 1.25f)::get)).isEqualTo(true);
    assertThat(expression.evaluate(Map.of("value", 1.5)::get)).isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource({"key + 1, true", "value.key, false", "'''key''', false", "size(key), true"})
  void knowsWhichValuesItUses(String text, boolean isUsed) throws Exception {
    assertThat(ValueExpression.parse(text, NAMES).uses("key")).isEqualTo(isUsed);
  }

  @Test
  void rejectsUnknownNames() {
    assertThatThrownBy(() -> ValueExpression.parse("valu + 1", NAMES))
        .isInstanceOf(ExpressionException.class)
        .hasMessage("Unknown variable: 'valu' (did you mean value? known: key, value)");
  }

  private static Map<String, Object> tags(String... tags) {
    return Map.of("tags", List.of(tags));
  }
}
