// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.run;

import java.io.IOException;
import org.apache.flink.util.ExceptionUtils;

/** The failure of a job that could not write checkpoints. */
final class CheckpointFailure {
  /** All that Flink says; the cause it tells its log only. */
  private static final String GAVE_UP = "checkpoint tolerable failure threshold";

  private CheckpointFailure() {}

  /** What the log tells, if checkpoints are the cause; else the failure itself. */
  static Throwable explained(Throwable failure, RunLog log) {
    if (ExceptionUtils.findThrowableWithMessage(failure, GAVE_UP).isEmpty()) {
      return failure;
    }
    return log.lastCause()
        .<Throwable>map(cause -> new IOException("Failed to write a checkpoint: " + cause))
        .orElse(failure);
  }
}
