// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;

/** One side of a row: something that can be measured again and again. */
interface Contender {
  /** What it is called in the table. */
  String title();

  Unit unit();

  /** Measures once. */
  double measure(Workshop workshop) throws IOException, InterruptedException;
}
