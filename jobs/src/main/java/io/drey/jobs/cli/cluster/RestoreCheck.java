// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.cluster;

import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import java.nio.file.Path;

/** Checks whether a pipeline would start from a savepoint, and says on standard error why not. */
public interface RestoreCheck {
  /**
   * Checks a pipeline.
   *
   * @param savepoint the path of a savepoint or checkpoint
   * @param allowNonRestored whether state that no step restores may be dropped
   * @return the exit code
   */
  int check(
      String savepoint, boolean allowNonRestored, Path file, Pipeline pipeline, Wiring wiring);
}
