// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldNamesTest {
  private static final FieldNames NAMES = new FieldNames(List.of("op", "k\u00e9y", "a.b"));

  @Test
  void findsTheFirstFieldOfAnotherName() {
    assertThat(NAMES.firstOther(Event.of("{\"op\":1,\"o\":2,\"opp\":3}"))).isEqualTo("o");
    assertThat(NAMES.firstOther(Event.of("{\"a\":{\"b\":1}}"))).isEqualTo("a");
    assertThat(NAMES.firstOther(Event.of("{\"\":1}"))).isEmpty();
  }

  @Test
  void knowsANameHoweverOftenAndHoweverItIsWritten() {
    assertThat(NAMES.firstOther(Event.of("{\"op\":1,\"op\":null,\"a.b\":2}"))).isNull();
    assertThat(NAMES.firstOther(Event.of("{\"k\\u00e9y\":1,\"\\u006fp\":2}"))).isNull();
    assertThat(NAMES.firstOther(Event.of("{}"))).isNull();
  }
}
