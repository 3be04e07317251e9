package io.drey.jobs.local;

import io.drey.jobs.graph.Directories;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.StateBackend;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.jspecify.annotations.Nullable;

/**
 * Ends a job cleanly, once: with a savepoint that holds what is pending where a directory was
 * given, else as if the input had ended.
 */
final class Stop {
  /** Tasks refuse a savepoint until all of them run. */
  private static final int ATTEMPTS = 100;

  private static final long PAUSE_MILLIS = 100;

  private final @Nullable String directory;
  private final Path temporary;
  private final SavepointFormatType format;
  private final CompletableFuture<JobClient> job = new CompletableFuture<>();

  private @Nullable CompletableFuture<Void> ending;
  private volatile @Nullable String savepoint;
  private volatile boolean cancelled;

  Stop(Pipeline pipeline, @Nullable String directory, Path temporary) {
    this.directory = directory;
    this.temporary = temporary;
    this.format =
        pipeline.settings().stateBackend() == StateBackend.FORST
            ? SavepointFormatType.NATIVE
            : SavepointFormatType.CANONICAL;
  }

  void ready(JobClient client) {
    job.complete(client);
  }

  synchronized void request() {
    if (ending == null) {
      ending = job.thenAcceptAsync(this::end);
    }
  }

  /** Where the savepoint lies; null if none was asked for. */
  @Nullable String savepoint() {
    return savepoint;
  }

  /** Whether the job could not end cleanly, since it had not begun. */
  boolean isCancelled() {
    return cancelled;
  }

  private void end(JobClient client) {
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (isEnded(client) || tryToStop(client)) {
          return;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      cancelled = true;
      client.cancel().get();
    } catch (InterruptedException | ExecutionException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean tryToStop(JobClient client) throws InterruptedException {
    boolean endOfInput = directory == null;
    String target =
        directory == null
            ? temporary.resolve("stop").toUri().toString()
            : Directories.uri(directory);
    try {
      String path = client.stopWithSavepoint(endOfInput, target, format).get();
      savepoint = endOfInput ? null : path;
      return true;
    } catch (ExecutionException notRunningYet) {
      return false;
    }
  }

  private static boolean isEnded(JobClient client) throws InterruptedException {
    try {
      return client.getJobStatus().get(1, TimeUnit.SECONDS).isGloballyTerminalState();
    } catch (ExecutionException | TimeoutException e) {
      // The embedded cluster has shut down with its job.
      return true;
    }
  }
}
