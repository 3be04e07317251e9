// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import io.drey.jobs.local.RunCounts;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.step.KeyedStep;
import io.drey.operators.order.OrderByTime;
import io.drey.operators.rule.StepMetrics;
import org.jspecify.annotations.Nullable;

/** What one step counted in a run. */
record StepCounts(StepEntry step, RunCounts counts) {
  /**
   * Invalid and late events go to side outputs before the operator of a stateful step counts them.
   */
  long in() {
    long events = sum(StepMetrics.EVENTS_IN);
    return step.step().stateful() == null
        ? events
        : events + sent(KeyedStep.INVALID) + sent(OrderByTime.LATE);
  }

  long out() {
    return sum(StepMetrics.MAIN);
  }

  /** The records of a side output; 0 if the step has none of that name. */
  long sent(String output) {
    return step.step().outputs().contains(output) ? of(output) : 0;
  }

  /**
   * The records of a side output; of {@code late}, which a step may lack, also the events that were
   * late and handled like others.
   */
  long of(String output) {
    return sum(StepMetrics.counterOf(output));
  }

  long evictedKeys() {
    return sum(StepMetrics.EVICTED_KEYS);
  }

  /** The values of the wrong kind that were skipped, counted under that name. */
  long skipped(String name) {
    return sum(StepMetrics.skippedBy(name));
  }

  /** All of them. */
  long skipped() {
    return sum(StepMetrics.SKIPPED_VALUES);
  }

  /** The first record of a side output, as JSON; null if there is none. */
  @Nullable String first(String output) {
    return counts.first("step", step.id(), StepMetrics.firstOf(output));
  }

  private long sum(String metric) {
    return counts.sum("step", step.id(), metric);
  }
}
