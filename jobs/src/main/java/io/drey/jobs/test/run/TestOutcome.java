// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import io.drey.jobs.test.PipelineTest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a test ended.
 *
 * @param differences none if it passed
 * @param came of the first run that did not pass, else of the first; null if that failed
 * @param failure of the job; null if it did not fail
 */
public record TestOutcome(
    PipelineTest test,
    List<Difference> differences,
    @Nullable Came came,
    @Nullable Throwable failure,
    Duration elapsed) {

  public boolean isPassed() {
    return failure == null && differences.isEmpty();
  }
}
