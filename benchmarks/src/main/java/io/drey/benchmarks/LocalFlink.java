// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The embedded cluster of the peers, listening on the loopback address only. */
final class LocalFlink {
  private static final List<String> ADDRESSES =
      List.of(
          "rest.address",
          "rest.bind-address",
          "jobmanager.rpc.address",
          "jobmanager.bind-host",
          "taskmanager.host",
          "taskmanager.bind-host");

  private LocalFlink() {}

  static StreamExecutionEnvironment environment(Trial trial) {
    Configuration configuration = Configuration.fromMap(trial.flinkOptions());
    configuration.setString("pipeline.object-reuse", "true");
    return environment(trial.parallelism(), configuration);
  }

  static StreamExecutionEnvironment environment(int parallelism, Configuration configuration) {
    configuration.setString("rest.bind-port", "0");
    ADDRESSES.forEach(address -> configuration.setString(address, "127.0.0.1"));
    return StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
  }
}
