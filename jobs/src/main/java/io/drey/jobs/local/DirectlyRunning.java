// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import io.drey.jobs.local.direct.DirectJob;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The job of a run without a cluster. */
record DirectlyRunning(DirectJob job) implements RunningJob {
  @Override
  public CompletableFuture<?> end() {
    return job.end();
  }

  @Override
  public void stop() {
    job.stop();
  }

  @Override
  public Outcome outcome(@Nullable Throwable failure) {
    return new Outcome(null, failure);
  }
}
