// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import java.util.stream.Stream;

/** The types that a type is made of. */
public final class TypeParts {
  private TypeParts() {}

  /** Returns the types of fields, subclasses, elements, keys and values. */
  public static Stream<ValueType> of(ValueType type) {
    if (type instanceof PojoType pojo) {
      return Stream.of(pojo.fields(), pojo.registered(), pojo.others())
          .flatMap(fields -> fields.stream().map(Field::type));
    }
    if (type instanceof RecordType fields) {
      return fields.fields().stream().map(Field::type);
    }
    if (type instanceof ElementsType list) {
      return Stream.of(list.element());
    }
    if (type instanceof EntriesType map) {
      return Stream.of(map.key(), map.value());
    }
    if (type instanceof ChoiceType choice) {
      return Stream.of(choice.first().type(), choice.second().type());
    }
    return ofWrapper(type);
  }

  private static Stream<ValueType> ofWrapper(ValueType type) {
    if (type instanceof NullableType nullable) {
      return Stream.of(nullable.value());
    }
    if (type instanceof OptionalType optional) {
      return Stream.of(optional.value());
    }
    return type instanceof TtlType ttl ? Stream.of(ttl.value()) : Stream.empty();
  }
}
