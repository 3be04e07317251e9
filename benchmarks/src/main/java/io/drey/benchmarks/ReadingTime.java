// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;

/** How long a savepoint takes to be read. */
record ReadingTime(StateReading reading) implements Contender {
  @Override
  public String title() {
    return reading.title();
  }

  @Override
  public Unit unit() {
    return Unit.SECONDS;
  }

  @Override
  public double measure(Workshop workshop) throws IOException, InterruptedException {
    return reading.seconds(workshop);
  }
}
