package io.drey.operators.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StateMarkerTest {
  @Test
  void isFoundAgainByItsName() {
    StateMarker plain = StateMarker.of(MarkerState.class, (String text) -> text);
    JsonKeySelector<String> jsonKeys = text -> text;
    StateMarker json = StateMarker.of(MarkerState.class, jsonKeys);

    assertThat(plain.name()).isEqualTo("drey/MarkerState");
    assertThat(json.name()).isEqualTo("drey/MarkerState/json-keys");
    assertThat(StateMarker.of(plain.name())).isEqualTo(plain);
    assertThat(StateMarker.of(json.name())).isEqualTo(json);
  }

  @Test
  void isNoOtherState() {
    assertThat(StateMarker.of("seen-at")).isNull();
  }
}
