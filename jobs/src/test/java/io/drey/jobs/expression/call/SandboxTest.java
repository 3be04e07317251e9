// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.expression.function.Functions;
import io.drey.jobs.expression.function.Methods;
import io.drey.operators.event.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SandboxTest {
  private final Sandbox sandbox =
      new Sandbox(new Names(Set.of("event"), Functions.all(), Methods.READING));

  @Test
  void reachesNoMethodOfJava() {
    for (String name : List.of("getClass", "hashCode", "wait", "toString", "forName", "getBytes")) {
      for (Object receiver : List.of("", List.of(), Map.of(), 1L, String.class, new Object())) {
        assertThat(sandbox.getMethod(receiver, name)).as("%s of %s", name, receiver).isNull();
      }
    }
    assertThat(sandbox.getMethod(new EventVariables(Event.of("{}")), "set", "a", 1)).isNull();
    assertThat(sandbox.getMethod("abc", "length")).isNotNull();
  }

  @Test
  void readsNoPropertyOfJava() {
    assertThat(sandbox.getPropertyGet("", "class")).isNull();
    assertThat(sandbox.getPropertyGet("", "bytes")).isNull();
    assertThat(sandbox.getPropertyGet(1L, "class")).isNull();
    assertThat(sandbox.getPropertyGet(List.of(), "class")).isNull();
    assertThat(sandbox.getPropertyGet(String.class, "name")).isNull();
  }

  @Test
  void setsMakesAndLoadsNothing() {
    assertThat(sandbox.getPropertySet(new HashMap<>(), "a", 1)).isNull();
    assertThat(sandbox.getPropertySet(List.of(), new HashMap<>(), "a", 1)).isNull();
    assertThat(sandbox.getConstructor("java.lang.String")).isNull();
    assertThat(sandbox.getConstructor(String.class)).isNull();
    assertThat(sandbox.getClassByName("java.lang.String")).isNull();
    assertThatThrownBy(sandbox::getClassLoader)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("Expressions load no classes");
  }
}
