// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.edit;

import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.keyed.KeyedState;

/**
 * What becomes of a keyed state.
 *
 * @param header its new description
 * @param state the same as a state
 */
public record StateEdit(StateHeader header, KeyedState state, EntryEdit entries) {
  /** The same with another change of entries. */
  public StateEdit with(EntryEdit other) {
    return new StateEdit(header, state, other);
  }

  /** Keeps a state, perhaps under another name. */
  public static StateEdit named(String name, StateHeader header, KeyedState state) {
    return new StateEdit(StateApi.common(state, header).named(name), state, EntryEdit.KEEP);
  }
}
