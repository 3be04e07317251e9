// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.check;

import io.drey.state.snapshot.type.ElementsType;
import io.drey.state.snapshot.type.EntriesType;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.NullableType;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.OptionalType;
import io.drey.state.snapshot.type.RecordType;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what cannot be decoded without the job's classes. */
final class Opaque {
  private Opaque() {}

  /** The innermost part of a type whose values only the job's classes decode; null if none is. */
  static @Nullable ValueType within(ValueType type) {
    ValueType inner =
        parts(type).map(Opaque::within).filter(Objects::nonNull).findFirst().orElse(null);
    if (inner != null) {
      return inner;
    }
    return type instanceof OpaqueType ? type : null;
  }

  private static Stream<ValueType> parts(ValueType type) {
    if (type instanceof RecordType fields) {
      return fields.fields().stream().map(Field::type);
    }
    if (type instanceof ElementsType list) {
      return Stream.of(list.element());
    }
    if (type instanceof EntriesType map) {
      return Stream.of(map.key(), map.value());
    }
    if (type instanceof NullableType nullable) {
      return Stream.of(nullable.value());
    }
    if (type instanceof OptionalType optional) {
      return Stream.of(optional.value());
    }
    return type instanceof TtlType ttl ? Stream.of(ttl.value()) : Stream.empty();
  }
}
