// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import io.drey.operators.rule.FirstRecord;

/** Counts of a run that has not taken place. */
public final class TestingCounts {
  private final RunCounts counts = RunCounts.of("testing");

  /** Forgets those of other tests. */
  public TestingCounts() {
    RunCounts.forget("testing");
  }

  /** Adds a count of a step. */
  public TestingCounts step(String id, String metric, long value) {
    counts.add(new RunCounts.Name("step", id, metric), "0", () -> value);
    return this;
  }

  /** Adds a count of an operator beside that of a step. */
  public TestingCounts helper(String id, String metric, long value) {
    counts.add(new RunCounts.Name("step", id, metric), "1", () -> value);
    return this;
  }

  /** Adds the first record of a step's output. */
  public TestingCounts first(String id, String metric, String json) {
    counts.add(new RunCounts.Name("step", id, metric), "0", new FirstRecord(json));
    return this;
  }

  /** What has been added. */
  public RunCounts counts() {
    return counts;
  }
}
