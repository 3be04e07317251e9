// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink;

import io.drey.operators.rule.OutputCounter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;

/**
 * What a sink counts, in the metric group {@code sink.<id>} of each of its writers: {@code events}
 * and {@code bytes}; and, of an operator before them, {@value #REJECTED}.
 */
public final class SinkMetrics {
  /** The name of the output of events that a sink does not write, and of their counter. */
  public static final String REJECTED = "rejected";

  private static final String SINK = "sink";

  public final Counter events;
  public final Counter bytes;

  public SinkMetrics(MetricGroup parent, String sinkId) {
    MetricGroup group = parent.addGroup(SINK, sinkId);
    events = group.counter("events", new SimpleCounter());
    bytes = group.counter("bytes", new SimpleCounter());
  }

  /** The counter of events that a sink does not write. */
  public static OutputCounter rejected(MetricGroup parent, String sinkId) {
    return new OutputCounter(parent.addGroup(SINK, sinkId), REJECTED);
  }
}
