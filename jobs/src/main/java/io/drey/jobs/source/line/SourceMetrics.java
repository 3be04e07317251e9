// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;

/**
 * What a source counts, in the metric group {@code source.<id>} of each of its readers: {@code
 * events}, {@code malformed}, {@code bytes} (as stored, so compressed ones of a .gz) and, for
 * files, {@code bytesTotal} (of the files assigned to this reader) and {@code caughtUp} (1 once
 * every file has been read, else 0).
 */
public final class SourceMetrics {
  final Counter events;
  final Counter malformed;
  public final Counter bytes;
  private final MetricGroup group;

  public SourceMetrics(MetricGroup parent, String sourceId) {
    group = parent.addGroup("source", sourceId);
    events = group.counter("events", new SimpleCounter());
    malformed = group.counter("malformed", new SimpleCounter());
    bytes = group.counter("bytes", new SimpleCounter());
  }

  public void bytesTotal(Gauge<Long> total) {
    group.gauge("bytesTotal", total);
  }

  public void caughtUp(Gauge<Integer> caughtUp) {
    group.gauge("caughtUp", caughtUp);
  }
}
