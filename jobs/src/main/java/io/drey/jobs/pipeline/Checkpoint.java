package io.drey.jobs.pipeline;

import io.drey.jobs.option.Option;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When and where a job saves its state. */
public record Checkpoint(
    @Option("the time between two checkpoints; 10s where a source is unbounded if left out")
        @Nullable Duration every,
    @Option("the URI of the directory that keeps them") @Nullable String dir) {

  public Checkpoint {
    if (every != null && every.isZero()) {
      throw new IllegalArgumentException("Invalid every: must be at least 1 ms but was " + every);
    }
  }
}
