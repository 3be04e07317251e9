// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.check;

import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.TypeParts;
import io.drey.state.snapshot.type.ValueType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds what cannot be decoded without the job's classes. */
public final class Opaque {
  private Opaque() {}

  /** The innermost part of a type whose values only the job's classes decode; null if none is. */
  public static @Nullable ValueType within(ValueType type) {
    ValueType inner =
        TypeParts.of(type).map(Opaque::within).filter(Objects::nonNull).findFirst().orElse(null);
    if (inner != null) {
      return inner;
    }
    return type instanceof OpaqueType ? type : null;
  }
}
