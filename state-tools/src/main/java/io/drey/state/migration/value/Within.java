// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.NullableType;
import io.drey.state.snapshot.type.OptionalType;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes what is within wrappers, lists and maps. */
final class Within {
  private Within() {}

  /** The change of a type by that of the type within it; null if there is none within. */
  static @Nullable Changed change(ValueType type, Function<ValueType, Changed> inner) {
    if (type instanceof NullableType nullable) {
      Changed value = inner.apply(nullable.value());
      return new Changed(FieldTypes.nullable(nullable, value.type()), value.conversion());
    }
    if (type instanceof TtlType ttl) {
      Changed value = inner.apply(ttl.value());
      return new Changed(new TtlType(value.type()), value.conversion());
    }
    if (type instanceof OptionalType optional) {
      Changed value = inner.apply(optional.value());
      return new Changed(new OptionalType(value.type()), value.conversion());
    }
    if (type instanceof SequenceType list) {
      Changed element = inner.apply(list.element());
      ValueType changed = FieldTypes.sequence(list, element.type());
      return new Changed(changed, Conversion.ofElements(element.conversion()));
    }
    if (type instanceof MapType map) {
      Changed value = inner.apply(map.value());
      ValueType changed = new MapType(map.key(), value.type());
      return new Changed(changed, Conversion.ofMapValues(value.conversion()));
    }
    return null;
  }
}
