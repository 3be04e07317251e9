// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Hands the metrics of each job to the {@link RunCountsReporter} of its run. */
final class SharedCountsReporter implements MetricReporter {
  /** Found by Flink through {@code META-INF/services}. */
  public static final class Factory implements MetricReporterFactory {
    @Override
    public MetricReporter createMetricReporter(Properties properties) {
      return new SharedCountsReporter();
    }
  }

  private static final String REPORTER = "metrics.reporter.drey.";

  private static final ConfigOption<String> RUN = option(REPORTER + RunCountsReporter.RUN);

  private static final Map<String, RunCountsReporter> OF_JOBS = new ConcurrentHashMap<>();

  static void configure(Configuration cluster) {
    cluster.set(option("metrics.reporters"), "drey");
    cluster.set(option(REPORTER + "factory.class"), Factory.class.getName());
  }

  private static ConfigOption<String> option(String key) {
    return ConfigOptions.key(key).stringType().noDefaultValue();
  }

  /** Whether a configuration is the one of a {@link LocalRun}. */
  static boolean isOfRun(Configuration configuration) {
    return configuration.contains(RUN);
  }

  /** Before a run submits its job. */
  static void expect(JobID job, Configuration run) {
    MetricConfig config = new MetricConfig();
    config.setProperty(RunCountsReporter.RUN, run.get(RUN));
    RunCountsReporter reporter = new RunCountsReporter();
    reporter.open(config);
    OF_JOBS.put(job.toHexString(), reporter);
  }

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void close() {}

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    ofJob(group, reporter -> reporter.notifyOfAddedMetric(metric, name, group));
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    ofJob(group, reporter -> reporter.notifyOfRemovedMetric(metric, name, group));
  }

  private static void ofJob(MetricGroup group, Consumer<RunCountsReporter> action) {
    RunCountsReporter reporter = OF_JOBS.get(group.getAllVariables().getOrDefault("<job_id>", ""));
    if (reporter != null) {
      action.accept(reporter);
    }
  }
}
