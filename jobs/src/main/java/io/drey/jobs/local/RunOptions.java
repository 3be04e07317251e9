// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import org.jspecify.annotations.Nullable;

/**
 * How to run a pipeline on this machine.
 *
 * @param fromSavepoint the savepoint or checkpoint to restore from, or a directory that holds some
 * @param allowNonRestored whether to drop savepoint state that no step restores
 * @param keepOpen whether to stop with a savepoint that holds what is pending, once all is read
 * @param savepointDirectory where the savepoint is written when the job is stopped
 * @param uiPort the port of the Flink web UI; null for none
 */
public record RunOptions(
    @Nullable String fromSavepoint,
    boolean allowNonRestored,
    boolean keepOpen,
    @Nullable String savepointDirectory,
    @Nullable Integer uiPort) {
  public RunOptions {
    if (keepOpen && savepointDirectory == null) {
      throw new IllegalArgumentException(
          "Invalid --keep-open: must be given with --savepoint DIR, where pending state goes");
    }
  }
}
