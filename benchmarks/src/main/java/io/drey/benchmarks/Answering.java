// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;

/** A contender that writes its results, so that they can be compared with those of others. */
interface Answering extends Contender {
  /** Contenders with equal questions have the same answer. */
  Object question();

  /** Runs once. */
  EventBag answer(Workshop workshop) throws IOException, InterruptedException;
}
