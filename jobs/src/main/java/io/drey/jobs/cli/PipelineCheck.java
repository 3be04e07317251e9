// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import java.nio.file.Path;

/** A further check of {@code validate}, from another module. */
public interface PipelineCheck {
  /**
   * Checks a valid pipeline.
   *
   * @return the exit code
   */
  int check(Path file, Pipeline pipeline, Wiring wiring);
}
