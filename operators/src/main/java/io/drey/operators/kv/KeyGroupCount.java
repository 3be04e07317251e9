// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The number of key groups of a store. */
final class KeyGroupCount {
  private static final int USUAL = 1 << 7;

  private KeyGroupCount() {}

  /**
   * The number that the job configures. If it does not, Flink's usual default, so that the number
   * does not depend on the parallelism.
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
