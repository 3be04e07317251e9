// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperatorMarkerTest {
  @Test
  void isFoundAgainByItsName() {
    OperatorMarker plain = OperatorMarker.of(MarkerState.class, (String text) -> text);
    JsonKeySelector<String> jsonKeys = text -> text;
    OperatorMarker json = OperatorMarker.of(MarkerState.class, jsonKeys);

    GroupKeySelector<String> groupKeys = text -> text;
    OperatorMarker groups = OperatorMarker.of(MarkerState.class, groupKeys);

    assertThat(plain.name()).isEqualTo("drey/MarkerState");
    assertThat(json.name()).isEqualTo("drey/MarkerState/json-keys");
    assertThat(OperatorMarker.of(plain.name())).isEqualTo(plain);
    assertThat(OperatorMarker.of(json.name())).isEqualTo(json);
    assertThat(groups.name()).isEqualTo("drey/MarkerState/group-keys");
    assertThat(OperatorMarker.of(groups.name())).isEqualTo(groups);
  }

  @Test
  void isNoOtherState() {
    assertThat(OperatorMarker.of("seen-at")).isNull();
  }
}
