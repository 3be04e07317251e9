// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.edit;

import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.header.StateHeader.Backing;
import io.drey.state.snapshot.keyed.KeyedState;

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
    return header.asKeyValue(state.whole());
  }
}
