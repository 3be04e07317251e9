// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.operator.CoordinatorState;

/**
 * Writes the state of a coordinator as a row: {@code operator}, {@code state} and {@code value}.
 */
final class CoordinatorRowWriter {
  private final JsonWriter json;
  private final String operator;
  private final Fallback fallback;

  CoordinatorRowWriter(JsonWriter json, String operator) {
    this.json = json;
    this.operator = operator;
    this.fallback = new Fallback(json);
  }

  /** How many rows hold a value that does not match its type. */
  long damaged() {
    return fallback.damaged();
  }

  /** Writes the row, ending with a line feed. */
  void write(ByteReader state) {
    json.beginObject();
    json.name("operator");
    json.text(operator);
    json.name("state");
    json.text(CoordinatorState.NAME);
    fallback.value(
        state,
        in -> {
          json.name("value");
          CoordinatorState.TYPE.write(in, json);
        });
    json.endObject();
    json.newLine();
  }
}
