// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** Counts the records of a side output of a step, and keeps the first as a {@link FirstRecord}. */
public final class OutputCounter {
  private final MetricGroup group;
  private final String output;
  private final Counter counter;

  /** Counts in a group, under the name of the output. */
  public OutputCounter(MetricGroup group, String output) {
    this.group = group;
    this.output = output;
    this.counter = group.counter(StepMetrics.counterOf(output));
  }

  /** Counts a record. */
  public void count(Object record) {
    if (counter.getCount() == 0) {
      FirstRecord first = new FirstRecord(String.valueOf(record));
      group.gauge(StepMetrics.firstOf(output), (Gauge<FirstRecord>) () -> first);
    }
    counter.inc();
  }
}
