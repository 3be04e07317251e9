// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalEventTest {
  @Test
  void sortsFieldsAndWritesValuesInOneWay() {
    assertThat(
            CanonicalEvent.of(
                Event.of(
                    "{\"b\":[1.0, {\"y\":null,\"x\":true}], \"a\":\"\\u0041\", \"\":1e1,\"c\":{}, \"d\":[ ]}")))
        .isEqualTo("{\"\":10,\"a\":\"A\",\"b\":[1,{\"x\":true,\"y\":null}],\"c\":{},\"d\":[]}");
    assertThat(CanonicalEvent.of(Event.of("{ }"))).isEqualTo("{}");
  }

  @Test
  void theLastOfDuplicateFieldsCounts() {
    assertThat(CanonicalEvent.of(Event.of("{\"a\":1,\"\\u0061\":2}"))).isEqualTo("{\"a\":2}");
  }

  @Test
  void keepsTheOrderOfArraysAndTheKindsOfValues() {
    assertThat(CanonicalEvent.of(Event.of("{\"a\":[2,1,\"1\"]}")))
        .isEqualTo("{\"a\":[2,1,\"1\"]}")
        .isNotEqualTo(CanonicalEvent.of(Event.of("{\"a\":[1,2,\"1\"]}")))
        .isNotEqualTo(CanonicalEvent.of(Event.of("{\"a\":[2,1,1]}")));
  }

  @Test
  void takesEventsAsDeepAsTheyCome() {
    String deep = "{\"a\":" + "[".repeat(990) + "]".repeat(990) + "}";

    assertThat(CanonicalEvent.of(Event.of(deep))).isEqualTo(deep);
  }
}
