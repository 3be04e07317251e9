// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.metadata.AddedOperator;
import io.drey.state.snapshot.metadata.OperatorId;
import java.io.IOException;

/** An operator that a savepoint gets in addition to those of its source. */
public interface Addition {
  OperatorId id();

  /** Whether it has keyed state, which is canonical. */
  boolean hasKeyedState();

  /** Writes its files. */
  AddedOperator write(Files files) throws IOException;

  /** Creates its files, each only once. */
  interface Files {
    NewFile keyed() throws IOException;

    NewFile operator() throws IOException;
  }
}
