// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** State that is null at first, and defaults for stored nulls. */
class EmptyStateTest {
  private static final String FIRST =
      "event.first = [state == null, null == state, state != null, state === null]";

  @Test
  void equalsNullUntilSomethingIsSet() throws Exception {
    TestingKey key = new TestingKey("1");

    assertThat(key.run(FIRST, "{}")).containsExactly("{\"first\":[true,true,false,true]}");
    assertThat(key.run("if (state == null) state.n = 0; state.n += 1; " + FIRST, "{}"))
        .containsExactly("{\"first\":[false,false,true,false]}");
    assertThat(key.run("state.remove('n'); " + FIRST, "{}"))
        .containsExactly("{\"first\":[true,true,false,true]}");
    assertThat(key.run("state.n = null; " + FIRST, "{}"))
        .containsExactly("{\"first\":[false,false,true,false]}");
    assertThat(key.run("event.x = [{:} == null, [...] == null]", "{}"))
        .containsExactly("{\"x\":[false,false]}");
  }

  @Test
  void givesTheDefaultForAStoredNull() throws Exception {
    TestingKey key = new TestingKey("1");
    key.run("state.a = null; state.set(1, 'one')", "{}");

    assertThat(
            key.run(
                "event.got = [state.get('a', 7), state.a ?? 8, state.get('x', 9),"
                    + " state.getOrDefault('a', 7), state.contains('a')]",
                "{}"))
        .containsExactly("{\"got\":[7,8,9,null,true]}");
    assertThat(key.run("event.got = [state.get(1), state.get('1'), state['1']]", "{}"))
        .containsExactly("{\"got\":[\"one\",\"one\",\"one\"]}");
  }
}
