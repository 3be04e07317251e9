// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.events.EventBuilder;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.runtime.metrics.MetricRegistry;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.GenericMetricGroup;
import org.apache.flink.runtime.metrics.scope.ScopeFormats;
import org.apache.flink.traces.SpanBuilder;

/** Passes the metrics that operators add in groups of their own to one reporter. */
final class ReporterRegistry implements MetricRegistry {
  private final MetricReporter reporter;
  private final ScopeFormats formats = ScopeFormats.fromConfig(new Configuration());

  ReporterRegistry(MetricReporter reporter) {
    this.reporter = reporter;
  }

  @Override
  public void register(Metric metric, String name, AbstractMetricGroup<?> group) {
    if (group instanceof GenericMetricGroup) {
      reporter.notifyOfAddedMetric(metric, name, group);
    }
  }

  @Override
  public void unregister(Metric metric, String name, AbstractMetricGroup<?> group) {
    if (group instanceof GenericMetricGroup) {
      reporter.notifyOfRemovedMetric(metric, name, group);
    }
  }

  @Override
  public char getDelimiter() {
    return '.';
  }

  @Override
  public int getNumberReporters() {
    return 0;
  }

  @Override
  public ScopeFormats getScopeFormats() {
    return formats;
  }

  @Override
  public void addSpan(SpanBuilder span, AbstractMetricGroup<?> group) {}

  @Override
  public void addEvent(EventBuilder event, AbstractMetricGroup<?> group) {}
}
