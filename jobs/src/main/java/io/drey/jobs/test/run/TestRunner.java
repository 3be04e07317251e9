// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.test.PipelineTest;
import io.drey.jobs.test.TestFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Runs the tests of a file, each with a job of its own. */
public final class TestRunner {
  private final String file;
  private final TestJobs jobs;

  /**
   * @param file without errors
   * @param temporary a directory for the files of jobs
   */
  public TestRunner(TestFile file, Path temporary) {
    this.file = file.path().toString();
    Loaded loaded = Objects.requireNonNull(file.pipeline());
    Pipeline pipeline = Objects.requireNonNull(loaded.pipeline());
    Wiring wiring = Objects.requireNonNull(loaded.wiring());
    this.jobs = new TestJobs(pipeline, wiring, temporary);
  }

  /** Runs a test at each parallelism, until it does not pass. */
  public TestOutcome run(PipelineTest test) {
    long begun = System.nanoTime();
    TestOutcome outcome = null;
    for (int parallelism : test.parallelism()) {
      TestOutcome next = run(test, parallelism, begun);
      outcome = outcome == null || !next.isPassed() ? next : outcome;
      if (!next.isPassed()) {
        break;
      }
    }
    return Objects.requireNonNull(outcome);
  }

  private TestOutcome run(PipelineTest test, int parallelism, long begun) {
    Came came = null;
    Throwable failure = null;
    try {
      came = TestRun.run(jobs, test, file, parallelism);
    } catch (Exception | StackOverflowError e) {
      failure = e;
    }
    Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
    return new TestOutcome(
        test,
        came == null ? List.of() : Comparison.of(test, came, parallelism),
        came,
        failure,
        elapsed);
  }
}
