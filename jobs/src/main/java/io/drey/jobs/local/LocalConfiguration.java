// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import io.drey.jobs.local.direct.DirectJob;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RpcOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** The settings of local runs; an embedded cluster uses loopback only, and one directory. */
public final class LocalConfiguration {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String ANY_FREE_PORT = "0";

  /** A stop with a savepoint is one call, which takes as long as writing the state. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  /** For RocksDB and ForSt. */
  private static final MemorySize MANAGED_MEMORY = new MemorySize(DirectJob.MANAGED_MEMORY);

  private LocalConfiguration() {}

  /**
   * The settings of a cluster.
   *
   * @param temporary a directory for this cluster only
   */
  public static Configuration of(Path temporary) {
    Configuration configuration = new Configuration();
    bindToLoopback(configuration);
    configuration.set(CoreOptions.TMP_DIRS, temporary.toString());
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_MEMORY);
    configuration.set(RpcOptions.ASK_TIMEOUT_DURATION, PATIENCE);
    return configuration;
  }

  private static void bindToLoopback(Configuration configuration) {
    configuration.set(RestOptions.ADDRESS, LOOPBACK);
    configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    configuration.set(RestOptions.BIND_PORT, ANY_FREE_PORT);
    configuration.set(JobManagerOptions.ADDRESS, LOOPBACK);
    configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    configuration.set(TaskManagerOptions.HOST, LOOPBACK);
    configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
  }

  /** Configures the reporter that sends a run's metrics to its {@link RunCounts}. */
  static void count(Configuration configuration, String run) {
    String reporter = "metrics.reporter.drey.";
    configuration.set(ConfigOptions.key("metrics.reporters").stringType().noDefaultValue(), "drey");
    configuration.set(
        ConfigOptions.key(reporter + "factory.class").stringType().noDefaultValue(),
        RunCountsReporterFactory.class.getName());
    configuration.set(
        ConfigOptions.key(reporter + RunCountsReporter.RUN).stringType().noDefaultValue(), run);
  }
}
