// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.JsonWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A named part of a value.
 *
 * @param encodedName the name as JSON, with its colon
 */
@SuppressWarnings("ArrayRecordComponent") // derived from the name
public record Field(String name, byte[] encodedName, ValueType type) {
  public static Field of(String name, ValueType type) {
    return new Field(name, JsonWriter.encodedName(name), type);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Field field && name.equals(field.name) && type.equals(field.type);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, type);
  }

  @Override
  public String toString() {
    return name + ": " + type.text();
  }
}
