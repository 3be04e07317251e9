// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.migration.Transform;
import io.drey.state.migration.Transform.At;
import io.drey.state.migration.Transform.Kind;
import io.drey.state.migration.Transform.TtlFrom;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.type.ElementsType;
import io.drey.state.snapshot.type.EntriesType;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a transform makes of the whole values, lists or maps of a state.
 *
 * @param kind the kind of the new state
 * @param mapKey the type of its map keys; null unless it is a map
 * @param value the type of its values, elements or values of entries, without a TTL
 * @param hasTtl whether they have a TTL
 * @param ttlFrom whose time of last access they have; null if that of the new values
 */
record WholeState(
    Kind kind,
    @Nullable ValueType mapKey,
    ValueType value,
    boolean hasTtl,
    @Nullable TtlFrom ttlFrom) {
  static WholeState of(Transform transform, NewValues values) {
    Kind kind = Objects.requireNonNull(transform.kind()).value();
    TtlFrom ttlFrom = transform.ttlFrom() == null ? null : transform.ttlFrom().value();
    ValueType type = transform.type() == null ? null : transform.type().value();
    if (kind == Kind.MAP && type instanceof EntriesType map) {
      return new WholeState(kind, map.key(), map.value(), values.hasTtl(), ttlFrom);
    }
    boolean isList = kind == Kind.LIST;
    ValueType value = isList && type instanceof ElementsType list ? list.element() : type;
    return new WholeState(
        kind, null, value == null ? values.old() : value, values.hasTtl(), ttlFrom);
  }

  /** Returns the new state of an old one. */
  KeyedState of(KeyedState old) {
    return old.ofKind(
        KeyedStateType.valueOf(kind.name()), mapKey, hasTtl ? new TtlType(value) : value);
  }

  /**
   * The time of last access of a new value.
   *
   * @param times of what it is made of
   * @param now the one of values that had none
   */
  long access(AccessTimes times, long now) {
    if (ttlFrom instanceof At at) {
      return at.instant().toEpochMilli();
    }
    return ttlFrom == null || times.areNone() ? now : times.of((Transform.OfEntries) ttlFrom);
  }
}
