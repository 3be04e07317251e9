// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.state.rewrite.Addition;
import java.util.List;

/** An operator that has got its state from rows. */
public interface FilledOperator extends Addition, AutoCloseable {
  /** The number of rows. */
  long rows();

  /** What was written of each state that rows are of. */
  List<StateCount> counts();

  @Override
  void close();
}
