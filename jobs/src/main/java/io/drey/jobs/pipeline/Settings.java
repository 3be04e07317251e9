package io.drey.jobs.pipeline;

import io.drey.jobs.option.Option;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a job runs, as far as its file says; nothing in it changes what the job computes. */
public record Settings(
    @Option(value = "how many subtasks a keyed step has", byDefault = "1") int parallelism,
    @Option("when and where state is saved") @Nullable Checkpoint checkpoint,
    @Option(
            value = "the most subtasks there can ever be; fixed for the job's life",
            byDefault = "128")
        int maxParallelism,
    @Option(value = "where state is kept while the job runs", byDefault = "hashmap")
        StateBackend stateBackend,
    @Option(value = "any options of Flink, passed through", byDefault = "{}")
        Map<String, String> flink) {
  /** Flink's own bound: the number of a key group is 15 bits. */
  private static final int MOST = 1 << 15;

  public Settings {
    if (maxParallelism < 1 || maxParallelism > MOST) {
      throw new IllegalArgumentException(
          "Invalid max-parallelism: must be 1 to " + MOST + " but was " + maxParallelism);
    }
    if (parallelism < 1 || parallelism > maxParallelism) {
      throw new IllegalArgumentException(
          "Invalid parallelism: must be 1 to max-parallelism, "
              + maxParallelism
              + ", but was "
              + parallelism);
    }
  }

  /** The same at another parallelism. */
  Settings withParallelism(int other) {
    return new Settings(other, checkpoint, maxParallelism, stateBackend, flink);
  }

  /** The same with other options of Flink. */
  Settings withFlink(UnaryOperator<Map<String, String>> change) {
    return new Settings(parallelism, checkpoint, maxParallelism, stateBackend, change.apply(flink));
  }
}
