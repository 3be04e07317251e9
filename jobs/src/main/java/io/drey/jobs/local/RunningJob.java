// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The job of a run, which has been started. */
interface RunningJob {
  /**
   * How the job of a run ended.
   *
   * @param savepoint the path of the savepoint that it was stopped with, if any
   * @param failure null if it succeeded
   */
  record Outcome(@Nullable String savepoint, @Nullable Throwable failure) {}

  /** Completes when the job has ended; exceptionally with its failure. */
  CompletableFuture<?> end();

  /** Ends the job cleanly; from any thread, any number of times. */
  void stop();

  /**
   * How the job ended, called after its end.
   *
   * @param failure of the job; null if it succeeded
   */
  Outcome outcome(@Nullable Throwable failure) throws InterruptedException, ExecutionException;
}
