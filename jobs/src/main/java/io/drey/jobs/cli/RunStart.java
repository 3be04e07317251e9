// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.local.TemporaryFiles;
import io.drey.jobs.local.direct.WarmUp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run needs before its pipeline is known: its temporary files, its log and, without a
 * cluster, the classes of Flink. It begins before the command line is parsed, which takes as long,
 * if a glance at the arguments tells that nothing in them asks for something else.
 */
final class RunStart implements AutoCloseable {
  private static final Set<String> PLAIN_OPTIONS = Set.of("-q", "--quiet", "--input", "--set");

  private @Nullable TemporaryFiles temporary;
  private @Nullable RunLog log;
  private @Nullable WarmUp warmUp;

  /** Looks at the arguments of the program, and begins if they are those of a plain run. */
  void glance(String... arguments) {
    if (!isPlainRun(List.of(arguments))) {
      return;
    }
    try {
      begin(false, false);
    } catch (IOException e) {
      // The run itself will meet it, and say so.
      close();
    }
  }

  static boolean isPlainRun(List<String> arguments) {
    return arguments.size() > 1
        && arguments.get(0).equals("run")
        && arguments.stream()
            .allMatch(argument -> !argument.startsWith("-") || PLAIN_OPTIONS.contains(argument));
  }

  /**
   * Begins unless that has been done.
   *
   * @param verbose whether the log goes to standard error
   * @param onCluster whether the run is known to need a cluster
   * @throws IOException if there can be no temporary files
   */
  void begin(boolean verbose, boolean onCluster) throws IOException {
    if (temporary != null) {
      return;
    }
    temporary = TemporaryFiles.claim();
    log = RunLog.open(temporary.directory(), verbose, onCluster);
    if (!verbose && !onCluster) {
      warmUp = WarmUp.start();
    }
  }

  /** Waits until all is there. */
  void await() throws InterruptedException {
    if (warmUp != null) {
      warmUp.await();
    }
  }

  Path directory() {
    return Objects.requireNonNull(temporary).directory();
  }

  RunLog log() {
    return Objects.requireNonNull(log);
  }

  @Override
  public void close() {
    if (log != null) {
      log.close();
    }
    if (temporary != null) {
      temporary.close();
    }
  }
}
