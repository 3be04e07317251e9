// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import io.drey.jobs.local.RunCounts.Name;
import io.drey.operators.rule.FirstRecord;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.jspecify.annotations.Nullable;

/** Reports the metrics of a run's sources, steps and sinks to its {@link RunCounts}. */
final class RunCountsReporter implements MetricReporter {
  /** The reporter's setting that names the run. */
  static final String RUN = "run";

  private static final List<String> KINDS = List.of("source", "step", "sink");
  private static final String NONE = "";

  private RunCounts counts;

  /** Reports to the counts of the run that its configuration names. */
  @SuppressWarnings("NullAway.Init") // in open
  RunCountsReporter() {}

  RunCountsReporter(RunCounts counts) {
    this.counts = counts;
  }

  @Override
  public void open(MetricConfig config) {
    counts = RunCounts.of(config.getString(RUN, NONE));
  }

  @Override
  public void close() {}

  @Override
  public void notifyOfAddedMetric(Metric metric, String metricName, MetricGroup group) {
    Map<String, String> variables = group.getAllVariables();
    Name name = name(metricName, variables);
    if (name != null
        && metric instanceof Gauge<?> gauge
        && gauge.getValue() instanceof FirstRecord first) {
      counts.add(name, holder(metric, variables), first);
    }
    LongSupplier value = value(metric);
    if (name != null && value != null) {
      counts.addAttempt(attempt(variables));
      counts.add(name, holder(metric, variables), value);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String metricName, MetricGroup group) {
    Map<String, String> variables = group.getAllVariables();
    Name name = name(metricName, variables);
    LongSupplier value = value(metric);
    if (name != null && value != null) {
      counts.freeze(name, holder(metric, variables), value);
    }
  }

  private static @Nullable Name name(String metric, Map<String, String> variables) {
    for (String kind : KINDS) {
      String id = variables.get("<" + kind + ">");
      if (id != null) {
        return new Name(kind, id, metric);
      }
    }
    return null;
  }

  private static @Nullable LongSupplier value(Metric metric) {
    if (metric instanceof Counter counter) {
      return counter::getCount;
    }
    if (metric instanceof Gauge<?> gauge && gauge.getValue() instanceof Number) {
      return () -> ((Number) gauge.getValue()).longValue();
    }
    return null;
  }

  /** The attempt of a subtask for a counter, which goes on counting; the subtask for a gauge. */
  private static String holder(Metric metric, Map<String, String> variables) {
    String subtask =
        variables.getOrDefault("<operator_id>", NONE)
            + ' '
            + variables.getOrDefault("<subtask_index>", NONE);
    return metric instanceof Counter ? subtask + ' ' + attempt(variables) : subtask;
  }

  /** From 0. */
  private static int attempt(Map<String, String> variables) {
    return Integer.parseInt(variables.getOrDefault("<task_attempt_num>", "0"));
  }
}
