// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A minimal local Flink job: it prints ten numbers. */
public final class EmptyJob {
  private EmptyJob() {}

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = LocalFlink.environment(1, new Configuration());
    env.fromData(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).print();
    env.execute();
  }
}
