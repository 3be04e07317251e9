package io.drey.operators.kv;

import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How many key groups a store has: what the job says, or what Flink would take of itself. */
final class KeyGroups {
  private KeyGroups() {}

  static int of(StreamExecutionEnvironment env) {
    return env.getMaxParallelism() > 0
        ? env.getMaxParallelism()
        : KeyGroupRangeAssignment.computeDefaultMaxParallelism(env.getParallelism());
  }
}
