// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import java.util.List;

/** The entries of a handle without states. */
final class EmptyReader implements EntryReader {
  @Override
  public List<KeyedState> states() {
    return List.of();
  }

  @Override
  public boolean next() {
    return false;
  }

  @Override
  public Entry entry() {
    throw new IllegalStateException("Cannot return entry: there is none");
  }

  @Override
  public void close() {}
}
