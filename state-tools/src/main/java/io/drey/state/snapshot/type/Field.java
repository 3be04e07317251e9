package io.drey.state.snapshot.type;

import io.drey.state.json.JsonWriter;

/**
 * A part of a value that has a name.
 *
 * @param encodedName the name as JSON, with its colon
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Field(String name, byte[] encodedName, ValueType type) {
  static Field of(String name, ValueType type) {
    return new Field(name, JsonWriter.encodedName(name), type);
  }

  @Override
  public String toString() {
    return name + ": " + type.text();
  }
}
