// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.operator.OperatorEntries;
import io.drey.state.snapshot.operator.OperatorState;
import java.util.Set;

/**
 * Writes entries of operator state as rows: {@code operator}, {@code state}, then {@code subtask}
 * and {@code value} of an element, {@code map_key} and {@code value} of an entry of broadcast
 * state.
 */
public final class OperatorRowWriter {
  private static final byte[] MAP_KEY = JsonWriter.encodedName("map_key");

  private final JsonWriter json;
  private final String operator;
  private final Fallback fallback;

  public OperatorRowWriter(JsonWriter json, String operator) {
    this.json = json;
    this.operator = operator;
    this.fallback = new Fallback(json);
  }

  /** How many rows hold a value that does not match its type. */
  public long damaged() {
    return fallback.damaged();
  }

  /** What could decode values that were written as bytes. */
  Set<String> needed() {
    return fallback.needed();
  }

  /** Writes one row, ending with a line feed. */
  public void write(OperatorEntries entries, int subtask) {
    OperatorState state = entries.state();
    json.beginObject();
    json.name("operator");
    json.text(operator);
    json.name("state");
    json.text(state.name());
    if (state.mapKey() == null) {
      json.name("subtask");
      json.number(subtask);
    } else {
      fallback.part(MAP_KEY, state.mapKey(), entries.mapKey());
    }
    fallback.value(
        entries.value(),
        in -> {
          json.name("value");
          state.value().write(in, json);
        });
    json.endObject();
    json.newLine();
  }
}
