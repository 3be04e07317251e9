// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.erase;

import io.drey.state.migration.check.OperatorStates;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.snapshot.metadata.OperatorSnapshot;

/** What is erased from operators. */
public interface Erasure {
  /** Returns what becomes of an operator. */
  OperatorEdit of(OperatorSnapshot operator, OperatorStates states);

  /** Whether values of states are looked into, rather than keys only. */
  boolean usesValues();
}
