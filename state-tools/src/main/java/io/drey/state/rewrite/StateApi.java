// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.header.StateHeader.Backing;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.ValueType;

/**
 * Describes states of the asynchronous API, which ForSt keeps in a way of its own, as all other
 * state backends do. The bytes of the entries are the same.
 */
final class StateApi {
  private StateApi() {}

  /** Returns a state's description, in which values have the keys of maps. */
  static StateHeader common(KeyedState state, StateHeader header) {
    if (header.backing() != Backing.KEY_VALUE_V2) {
      return header;
    }
    return header.asKeyValue(whole(state));
  }

  private static ValueType whole(KeyedState state) {
    ValueType mapKey = state.mapKey();
    return switch (state.kind()) {
      case LIST -> SequenceType.list(state.value());
      case MAP -> mapKey == null ? state.value() : new MapType(mapKey, state.value());
      default -> state.value();
    };
  }
}
