// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A named part of a value.
 *
 * @param encodedName the name as JSON, with its colon
 * @param owner the class that declares the field, if its snapshot tells; of no account for values
 */
@SuppressWarnings("ArrayRecordComponent") // derived from the name
public record Field(String name, byte[] encodedName, ValueType type, @Nullable String owner) {
  public static Field of(String name, ValueType type) {
    return new Field(name, JsonWriter.encodedName(name), type, null);
  }

  /** Returns the same field of another type. */
  public Field with(ValueType other) {
    return new Field(name, encodedName, other, owner);
  }

  /** Returns the same field with another name. */
  public Field renamed(String other) {
    return of(other, type).ownedBy(owner);
  }

  /** Returns the same field as another class declares it; null if that is not known. */
  public Field ownedBy(@Nullable String other) {
    return new Field(name, encodedName, type, other);
  }

  /** Encodes the value of the member that has the name; null if there is none. */
  public void encode(Map<?, ?> members, ByteWriter out) {
    encode(members.get(name), out);
  }

  /** Encodes a value of the field. */
  void encode(@Nullable Object member, ByteWriter out) {
    try {
      type.encode(member, out);
    } catch (UnfitValueException e) {
      throw e.within(name);
    }
  }

  /**
   * Takes an object that has no other members than fields.
   *
   * @throws UnfitValueException if it is none
   */
  public static Map<?, ?> members(List<Field> fields, @Nullable Object value) {
    Map<?, ?> members = Given.members(value);
    int known = 0;
    for (int i = 0; i < fields.size(); i++) {
      known += members.containsKey(fields.get(i).name) ? 1 : 0;
    }
    if (known < members.size()) {
      throw new UnfitValueException(
          "an object of " + fields.stream().map(Field::name).toList(), value);
    }
    return members;
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
