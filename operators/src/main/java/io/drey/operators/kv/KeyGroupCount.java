package io.drey.operators.kv;

import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How many key groups a store has. */
final class KeyGroupCount {
  private static final int USUAL = 1 << 7;

  private KeyGroupCount() {}

  /**
   * What the job says. Where it does not, as many as Flink takes for most jobs, so that another
   * parallelism makes no other number of them.
   */
  static int of(StreamExecutionEnvironment env) {
    if (env.getMaxParallelism() > 0) {
      return env.getMaxParallelism();
    }
    return env.getParallelism() <= USUAL
        ? USUAL
        : KeyGroupRangeAssignment.computeDefaultMaxParallelism(env.getParallelism());
  }
}
