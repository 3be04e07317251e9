// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowExpressionTest {
  private final Row row =
      new Row()
          .with(RowVariable.OPERATOR, "dedup")
          .with(RowVariable.STATE, "seen")
          .with(RowVariable.KEY, "U1")
          .with(RowVariable.MAP_KEY, 7L)
          .with(RowVariable.VALUE, account());

  @Test
  void seesAnEntry() throws Exception {
    assertThat(expression("operator + '.' + state + ' ' + lower(key) + map_key").evaluate(row))
        .isEqualTo("dedup.seen u17");
    assertThat(expression("value.balance * 2").evaluate(row)).isEqualTo(5L * 2);
    assertThat(expression("value.tags[0]").evaluate(row)).isEqualTo("a");
    assertThat(expression("ttl").evaluate(row)).isNull();
    assertThat(expression("{'tags': value.tags, 'n': 1}").evaluate(row))
        .isEqualTo(Map.of("tags", List.of("a", "b"), "n", 1));
  }

  @Test
  void knowsWhatItUses() throws Exception {
    assertThat(expression("key == 'a' && value.x > 1").used())
        .containsExactlyInAnyOrder(RowVariable.KEY, RowVariable.VALUE);
  }

  @Test
  void tellsTrueFromFalseOnly() throws Exception {
    assertThat(expression("value.balance > 4").test(row)).isTrue();
    assertThat(expression("value.balance > 5").test(row)).isFalse();
    assertThatThrownBy(() -> expression("value.balance").test(row))
        .isInstanceOf(RowException.class)
        .hasMessage(
            "Cannot evaluate 'value.balance' for operator 'dedup', state 'seen', key 'U1', map key"
                + " 7: must be true or false but was a number");
  }

  @Test
  void namesTheEntryForWhichItFails() throws Exception {
    row.with(RowVariable.VALUE, "x".repeat(1 << 20)).with(RowVariable.MAP_KEY, null);

    assertThatThrownBy(() -> expression("value + value").evaluate(row))
        .isInstanceOf(RowException.class)
        .hasMessageStartingWith(
            "Cannot evaluate 'value + value' for operator 'dedup', state 'seen', key 'U1': ");
  }

  private static RowExpression expression(String text) throws Exception {
    return RowExpression.parse(text, EnumSet.allOf(RowVariable.class));
  }

  private static Map<String, Object> account() {
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("balance", 5L);
    account.put("tags", List.of("a", "b"));
    return account;
  }
}
