// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.option.Option;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When and where a job checkpoints. */
public record Checkpoint(
    @Option("the checkpoint interval; 10s if left out") @Nullable Duration every,
    @Option("the URI of the checkpoint directory; a temporary one if left out")
        @Nullable String dir) {

  public Checkpoint {
    if (every != null && every.isZero()) {
      throw new IllegalArgumentException("Invalid every: must be at least 1 ms but was " + every);
    }
  }
}
