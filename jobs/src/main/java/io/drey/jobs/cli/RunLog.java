// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The file that Flink logs to during a run. It is retained only if something failed. A verbose run
 * logs to standard error instead.
 */
public final class RunLog implements AutoCloseable {
  private static final String FILE = "drey.log";

  // Properties of slf4j-simple, which it reads when the first logger is made.
  private static final String TARGET = "org.slf4j.simpleLogger.logFile";
  private static final String LEVEL_OF_OTHERS = "org.slf4j.simpleLogger.log.org";
  private static final String LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

  // Named, the provider need not be looked for, which reads the index of every jar; without a word.
  private static final String PROVIDER = "slf4j.provider";
  private static final String VERBOSITY = "slf4j.internal.verbosity";

  private final Path directory;

  private RunLog(Path directory) {
    this.directory = directory;
  }

  /**
   * Sets up the logger; must be called before anything logs.
   *
   * @param hasInfos whether there is more to tell than of failures: each line takes its time
   */
  public static RunLog open(Path directory, boolean verbose, boolean hasInfos) {
    System.setProperty(VERBOSITY, "WARN");
    System.setProperty(PROVIDER, "org.slf4j.simple.SimpleServiceProvider");
    System.setProperty(TARGET, verbose ? "System.err" : directory.resolve(FILE).toString());
    System.setProperty(LEVEL, verbose || hasInfos ? "info" : "warn");
    return new RunLog(directory);
  }

  /** Lets loggers that are made from now on tell more than of failures. */
  void includeInfos() {
    System.setProperty(LEVEL_OF_OTHERS, "info");
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
    System.clearProperty(TARGET);
    System.clearProperty(LEVEL);
    System.clearProperty(LEVEL_OF_OTHERS);
  }
}
