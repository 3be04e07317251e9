// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.edit;

import io.drey.state.snapshot.bytes.ByteWriter;

/** What becomes of the state of an operator's coordinator. */
@FunctionalInterface
public interface CoordinatorEdit {
  /** Writes the new state, with all that the coordinator needs to tell its format. */
  void write(ByteWriter out);
}
