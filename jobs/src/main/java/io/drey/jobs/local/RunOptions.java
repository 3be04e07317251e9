// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import io.drey.jobs.function.UserJars;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to run a pipeline on this machine.
 *
 * @param jars with the user's classes
 * @param onCluster whether to run on an embedded cluster even if that is not needed
 * @param fromSavepoint the savepoint or checkpoint to restore from, or a directory that holds some
 * @param allowNonRestored whether to drop savepoint state that no step restores
 * @param keepOpen whether to stop with a savepoint that holds what is pending, once all is read
 * @param savepointDirectory where the savepoint is written when the job is stopped
 * @param takesOver whether sinks may end what another job has left open
 * @param uiPort the port of the Flink web UI; null for none
 */
public record RunOptions(
    UserJars jars,
    boolean onCluster,
    @Nullable String fromSavepoint,
    boolean allowNonRestored,
    boolean keepOpen,
    @Nullable String savepointDirectory,
    boolean takesOver,
    @Nullable Integer uiPort) {
  /** A run to the end of the input, without anything else. */
  public static final RunOptions PLAIN =
      new RunOptions(new UserJars(List.of()), false, null, false, false, null, false, null);

  public RunOptions {
    if (keepOpen && savepointDirectory == null) {
      throw new IllegalArgumentException(
          "Invalid --keep-open: must be given with --savepoint DIR, where pending state goes");
    }
  }

  /** Which option needs a cluster, whatever the pipeline; null if none does. */
  public @Nullable String clusterReason() {
    if (onCluster) {
      return "--cluster";
    }
    if (fromSavepoint != null) {
      return "--from-savepoint";
    }
    if (keepOpen) {
      return "--keep-open";
    }
    if (savepointDirectory != null) {
      return "--savepoint";
    }
    return uiPort == null ? null : "--ui";
  }

  /** The same with the user's classes. */
  public RunOptions with(UserJars other) {
    return new RunOptions(
        other,
        onCluster,
        fromSavepoint,
        allowNonRestored,
        keepOpen,
        savepointDirectory,
        takesOver,
        uiPort);
  }

  /** The same on an embedded cluster. */
  public RunOptions onACluster() {
    return new RunOptions(
        jars,
        true,
        fromSavepoint,
        allowNonRestored,
        keepOpen,
        savepointDirectory,
        takesOver,
        uiPort);
  }

  /** The same, restored from a savepoint. */
  public RunOptions from(String savepoint) {
    return new RunOptions(
        jars,
        onCluster,
        savepoint,
        allowNonRestored,
        keepOpen,
        savepointDirectory,
        takesOver,
        uiPort);
  }

  /** The same, dropping savepoint state that no step restores. */
  public RunOptions allowingNonRestored() {
    return new RunOptions(
        jars, onCluster, fromSavepoint, true, keepOpen, savepointDirectory, takesOver, uiPort);
  }

  /** The same, stopped with a savepoint in a directory once all is read. */
  public RunOptions keptOpen(String savepoints) {
    return new RunOptions(
        jars, onCluster, fromSavepoint, allowNonRestored, true, savepoints, takesOver, uiPort);
  }
}
