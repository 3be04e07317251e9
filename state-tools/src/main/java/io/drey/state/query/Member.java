// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.ValueType;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** A member of a row, named as in the rows of {@code drey state read}; in the order of columns. */
enum Member {
  SUBTASK,
  KEY,
  NAMESPACE,
  MAP_KEY,
  VALUE,
  LAST_ACCESS,
  TIMESTAMP;

  /** Returns the member that a column holds. */
  static Member of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }

  /** The name of its column. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the members of a state's rows, with the types of what they are read from. */
  static Map<Member, ValueType> of(KeyedState state) {
    Map<Member, ValueType> members = new EnumMap<>(Member.class);
    members.put(KEY, state.key());
    if (!state.namespace().isNothing()) {
      members.put(NAMESPACE, state.namespace());
    }
    if (state.mapKey() != null) {
      members.put(MAP_KEY, state.mapKey());
    }
    if (state.kind() == KeyedStateType.TIMERS) {
      members.put(TIMESTAMP, state.value());
    } else {
      members.put(VALUE, state.value());
      if (state.hasTtl()) {
        members.put(LAST_ACCESS, state.value());
      }
    }
    return members;
  }

  /** Returns the members of a state's rows, with the types of what they are read from. */
  static Map<Member, ValueType> of(OperatorState state) {
    Map<Member, ValueType> members = new EnumMap<>(Member.class);
    if (state.mapKey() == null) {
      members.put(SUBTASK, Scalar.INT);
    } else {
      members.put(MAP_KEY, state.mapKey());
    }
    members.put(VALUE, state.value());
    return members;
  }
}
