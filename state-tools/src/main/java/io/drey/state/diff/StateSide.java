// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import io.drey.state.diff.KeyPart.Role;
import io.drey.state.inspect.StateReport;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.type.TimerType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * A state in one of two snapshots.
 *
 * @param key the parts that identify an entry; empty for operator lists, whose elements have no key
 */
record StateSide(StateReport report, List<KeyPart> key) {
  static StateSide of(KeyedState state) {
    List<KeyPart> key = new ArrayList<>();
    key.add(new KeyPart(Role.KEY, state.key()));
    if (!state.namespace().isNothing()) {
      key.add(new KeyPart(Role.NAMESPACE, state.namespace()));
    }
    if (state.mapKey() != null) {
      key.add(new KeyPart(Role.MAP_KEY, state.mapKey()));
    }
    if (state.kind() == KeyedStateType.TIMERS) {
      key.add(new KeyPart(Role.TIMESTAMP, TimerType.sorted(state.key(), state.namespace())));
    }
    return new StateSide(StateReport.of(state), key);
  }

  static StateSide of(OperatorState state) {
    ValueType mapKey = state.mapKey();
    return new StateSide(
        StateReport.of(state),
        mapKey == null ? List.of() : List.of(new KeyPart(Role.MAP_KEY, mapKey)));
  }

  /** How keys have to be compared with those of another side. */
  Keys keys(StateSide other) {
    if (key.size() != other.key.size()) {
      return Keys.DIFFERENT;
    }
    Keys keys = Keys.BYTES;
    for (int i = 0; i < key.size(); i++) {
      ValueType mine = key.get(i).type();
      ValueType others = other.key.get(i).type();
      if (key.get(i).role() != other.key.get(i).role() || !mine.text().equals(others.text())) {
        return Keys.DIFFERENT;
      }
      if (!mine.equals(others)) {
        keys = Keys.DECODED;
      }
    }
    return keys;
  }

  /** How keys are compared. */
  enum Keys {
    /** Both sides write a key the same way. */
    BYTES,
    /** Types look the same, but their bytes may differ. */
    DECODED,
    /** No key of one side can be equal to one of the other side. */
    DIFFERENT
  }
}
