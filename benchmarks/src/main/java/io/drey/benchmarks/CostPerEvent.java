// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;

/** A job's time divided by its events. */
record CostPerEvent(String title, FileJob job) implements Contender {
  @Override
  public Unit unit() {
    return Unit.MICROSECONDS_PER_EVENT;
  }

  @Override
  public double measure(Workshop workshop) throws IOException, InterruptedException {
    return 1e6 / job.measure(workshop);
  }
}
