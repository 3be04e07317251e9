// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import java.util.List;

/** The entries of one handle, one after the other. */
public interface EntryReader extends AutoCloseable {
  /** The states, whether or not they have entries. */
  List<KeyedState> states();

  /**
   * Whether lists begin with the number of their elements; else a delimiter byte separates them.
   */
  default boolean countsListElements() {
    return false;
  }

  /** Moves on to the next entry and returns whether there is one. */
  boolean next();

  /** Returns the entry, which is valid until the next one. */
  Entry entry();

  @Override
  void close();
}
