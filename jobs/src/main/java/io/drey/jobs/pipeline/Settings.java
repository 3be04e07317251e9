// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.option.Option;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings in a pipeline file: how a job runs, but not what it computes. What a file leaves out
 * is null where a cluster has defaults of its own.
 */
public record Settings(
    @Option("the number of subtasks of a keyed step; if left out, 1, on a cluster its default")
        @Nullable Integer parallelism,
    @Option("when and where to checkpoint; if left out, every 10s where a source is unbounded")
        @Nullable Checkpoint checkpoint,
    @Option(
            value =
                "the number of key groups, the highest possible parallelism; fixed for the life of"
                    + " the job",
            byDefault = "128")
        int maxParallelism,
    @Option("the Flink state backend; if left out, hashmap, on a cluster its default")
        @Nullable StateBackend stateBackend,
    @Option(value = "any Flink options, passed through", byDefault = "{}")
        Map<String, String> flink) {
  /** Flink's limit: a key group number has 15 bits. */
  private static final int MOST = 1 << 15;

  public Settings {
    if (maxParallelism < 1 || maxParallelism > MOST) {
      throw new IllegalArgumentException(
          "Invalid max-parallelism: must be 1 to " + MOST + " but was " + maxParallelism);
    }
    if (parallelism != null && (parallelism < 1 || parallelism > maxParallelism)) {
      throw new IllegalArgumentException(
          "Invalid parallelism: must be 1 to max-parallelism, "
              + maxParallelism
              + ", but was "
              + parallelism);
    }
    if (!flink.isEmpty()) {
      FlinkOptions.check(flink);
    }
  }

  /** The parallelism that the file sets, else that of a run on one machine. */
  public int parallelismOrOne() {
    return parallelism == null ? 1 : parallelism;
  }

  /** The same settings with another parallelism. */
  Settings withParallelism(int other) {
    return new Settings(other, checkpoint, maxParallelism, stateBackend, flink);
  }
}
