// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The file that Flink logs to during a run; the logger's configuration reads its properties. It is
 * retained only if something failed.
 */
public final class RunLog implements AutoCloseable {
  private static final String FILE = "drey.log";
  private static final String LEVEL = "drey.log.console";

  private final Path directory;

  private RunLog(Path directory) {
    this.directory = directory;
  }

  /** Sets up the logger; must be called before anything logs. */
  public static RunLog open(Path directory, boolean verbose) {
    System.setProperty(FILE, directory.resolve(FILE).toString());
    System.setProperty(LEVEL, verbose ? "info" : "off");
    return new RunLog(directory);
  }

  /** Copies the log to a place where it is retained and returns that; empty if there is no log. */
  public Optional<Path> keep() {
    Path log = directory.resolve(FILE);
    Path kept = directory.resolveSibling(directory.getFileName() + ".log");
    try {
      return Files.exists(log)
          ? Optional.of(Files.copy(log, kept, StandardCopyOption.REPLACE_EXISTING))
          : Optional.empty();
    } catch (IOException e) {
      // The failure of the run, such as a full disk, matters more than its log.
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    System.clearProperty(FILE);
  }
}
