// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import io.drey.jobs.graph.Directories;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.StateBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointException;
import org.apache.flink.runtime.checkpoint.CheckpointFailureReason;
import org.apache.flink.runtime.dispatcher.UnavailableDispatcherOperationException;
import org.apache.flink.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/**
 * Stops a job cleanly, once: with a savepoint that holds what is pending if a directory was given,
 * else as if the input had ended. A job that refuses is cancelled, which counts as a failure.
 */
final class Stop {
  private static final int ATTEMPTS = 100;
  private static final long PAUSE_MILLIS = 100;

  /** How long after the end of the job the response may arrive. */
  private static final long ANSWER_SECONDS = 10;

  /** A job refuses a savepoint until all its tasks run, and while it restarts. */
  private static final Set<CheckpointFailureReason> TOO_EARLY =
      EnumSet.of(
          CheckpointFailureReason.NOT_ALL_REQUIRED_TASKS_RUNNING,
          CheckpointFailureReason.CHECKPOINT_DECLINED_TASK_NOT_READY,
          CheckpointFailureReason.CHECKPOINT_COORDINATOR_SUSPEND,
          CheckpointFailureReason.JOB_FAILOVER_REGION);

  private final @Nullable String directory;
  private final Path temporary;
  private final SavepointFormatType format;

  private @Nullable CompletableFuture<Void> ending;
  private volatile @Nullable String savepoint;
  private volatile @Nullable Exception failure;

  Stop(Pipeline pipeline, @Nullable String directory, Path temporary) {
    this.directory = directory;
    this.temporary = temporary;
    this.format =
        pipeline.settings().stateBackend() == StateBackend.FORST
            ? SavepointFormatType.NATIVE
            : SavepointFormatType.CANONICAL;
  }

  synchronized void request(JobClient client) {
    if (ending == null) {
      ending = CompletableFuture.runAsync(() -> end(client));
    }
  }

  /** Waits, after the end of the job, for the result of a requested stop. */
  void await() throws InterruptedException, ExecutionException {
    CompletableFuture<Void> asked = asked();
    try {
      if (asked != null) {
        asked.get(ANSWER_SECONDS, TimeUnit.SECONDS);
      }
    } catch (TimeoutException e) {
      failed(e);
    }
  }

  private synchronized @Nullable CompletableFuture<Void> asked() {
    return ending;
  }

  /** The path of the savepoint; null if none was requested, or the job ended before it. */
  @Nullable String savepoint() {
    return savepoint;
  }

  /** Why the job could not be stopped cleanly; null if it was. */
  @Nullable Exception failure() {
    return failure;
  }

  private void end(JobClient client) {
    try {
      int attempt = 1;
      while (!isEnded(client) && !tryToStop(client, attempt < ATTEMPTS)) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        attempt++;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean tryToStop(JobClient client, boolean mayTryAgain) throws InterruptedException {
    boolean endOfInput = directory == null;
    try {
      String path = client.stopWithSavepoint(endOfInput, target(), format).get();
      savepoint = endOfInput ? null : path;
      return true;
    } catch (ExecutionException e) {
      if (isEnded(client)) {
        return true;
      }
      if (mayTryAgain && isTooEarly(e)) {
        return false;
      }
      failed(e);
      CompletableFuture<Void> unused = client.cancel();
      return true;
    }
  }

  private String target() {
    return directory == null
        ? Directories.uri(temporary.resolve("stop").toString())
        : Directories.uri(directory);
  }

  private void failed(Exception cause) {
    String what = directory == null ? "end the job" : "write a savepoint to '" + directory + "'";
    failure = new IOException("Failed to " + what, cause);
  }

  private static boolean isTooEarly(ExecutionException e) {
    return ExceptionUtils.findThrowable(e, UnavailableDispatcherOperationException.class)
            .isPresent()
        || ExceptionUtils.findThrowable(e, CheckpointException.class)
            .filter(checkpoint -> TOO_EARLY.contains(checkpoint.getCheckpointFailureReason()))
            .isPresent();
  }

  private static boolean isEnded(JobClient client) throws InterruptedException {
    try {
      return client.getJobStatus().get(1, TimeUnit.SECONDS).isGloballyTerminalState();
    } catch (TimeoutException busy) {
      return false;
    } catch (ExecutionException e) {
      // The embedded cluster has shut down with its job.
      return true;
    }
  }
}
