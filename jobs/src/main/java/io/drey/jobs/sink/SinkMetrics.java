// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;

/**
 * What a sink counts, in the metric group {@code sink.<id>} of each of its writers: {@code events}
 * and {@code bytes}.
 */
public final class SinkMetrics {
  public final Counter events;
  public final Counter bytes;

  public SinkMetrics(MetricGroup parent, String sinkId) {
    MetricGroup group = parent.addGroup("sink", sinkId);
    events = group.counter("events", new SimpleCounter());
    bytes = group.counter("bytes", new SimpleCounter());
  }
}
