// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.type.LogicalType;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.NullableType;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;

/** Types without the meanings that Drey's operators give them, of which snapshots tell nothing. */
final class PlainTypes {
  private PlainTypes() {}

  /** Returns a type as it is stored. */
  static ValueType of(ValueType type) {
    if (type instanceof NullableType nullable) {
      return new NullableType(of(nullable.value()), nullable.padding());
    }
    if (type instanceof TtlType ttl) {
      return new TtlType(of(ttl.value()));
    }
    if (type instanceof SequenceType list) {
      return new SequenceType(list.text(), of(list.element()), list.marks());
    }
    if (type instanceof MapType map) {
      return new MapType(of(map.key()), of(map.value()));
    }
    return LogicalType.plain(type);
  }
}
