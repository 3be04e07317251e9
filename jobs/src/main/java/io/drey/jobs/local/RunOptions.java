package io.drey.jobs.local;

import org.jspecify.annotations.Nullable;

/**
 * How to run a pipeline on this machine.
 *
 * @param fromSavepoint the savepoint or checkpoint to continue from, or a directory that holds some
 * @param allowNonRestored whether state in it that no step takes is let go
 * @param keepOpen whether to stop with a savepoint, everything pending in it, once all is read
 * @param savepointDirectory where a savepoint goes when the job is stopped
 * @param uiPort the port of Flink's web page; null for none
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
          "Invalid --keep-open: must be given with --savepoint DIR, where what is pending goes");
    }
  }
}
