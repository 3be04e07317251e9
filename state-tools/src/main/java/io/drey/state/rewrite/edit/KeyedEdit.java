// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.edit;

import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.keyed.KeyedState;
import org.jspecify.annotations.Nullable;

/** What becomes of the keyed states of an operator. */
@FunctionalInterface
public interface KeyedEdit {
  /** Keeps every state, in canonical format. */
  KeyedEdit KEEP = (state, header) -> StateEdit.named(state.name(), header, state);

  /** Returns what becomes of a state; null if it is dropped. */
  @Nullable StateEdit of(KeyedState state, StateHeader header);
}
