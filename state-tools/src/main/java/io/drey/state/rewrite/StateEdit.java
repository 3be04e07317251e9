// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.keyed.KeyedState;

/**
 * What becomes of a keyed state.
 *
 * @param header its new description
 * @param state the same as a state
 */
public record StateEdit(StateHeader header, KeyedState state, EntryEdit entries) {
  /** Keeps a state, perhaps under another name. */
  public static StateEdit named(String name, StateHeader header, KeyedState state) {
    return new StateEdit(StateApi.common(state, header).named(name), state, EntryEdit.KEEP);
  }
}
