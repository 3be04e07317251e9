// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.run;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The file that Flink logs to during a run. It is retained only if something failed. A verbose run
 * logs to standard error instead.
 */
public final class RunLog implements AutoCloseable {
  private static final String FILE = "drey.log";
  private static final String KEPT = ".log";
  private static final int MOST_KEPT = 10;
  private static final Pattern CAUSE =
      Pattern.compile("Caused by: (?:java\\.n?io\\.[\\w.$]+: )+(.+)");

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

  /**
   * Copies the log to a place where it is retained, for its user only, and returns that; empty if
   * there is no log. Of those that are there already, the newest remain.
   */
  public Optional<Path> keep() {
    Path log = directory.resolve(FILE);
    try {
      if (Files.notExists(log)) {
        return Optional.empty();
      }
      removeOldest();
      Path parent = directory.resolveSibling("");
      Path kept = Files.createTempFile(parent, directory.getFileName() + "-", KEPT);
      try (OutputStream out = Files.newOutputStream(kept)) {
        Files.copy(log, out);
      }
      return Optional.of(kept);
    } catch (IOException e) {
      // The failure of the run, such as a full disk, matters more than its log.
      return Optional.empty();
    }
  }

  /** The message of the last failure to read or write in the log; empty if there is none. */
  Optional<String> lastCause() {
    try (Stream<String> lines = Files.lines(directory.resolve(FILE))) {
      return lines
          .map(CAUSE::matcher)
          .filter(Matcher::matches)
          .reduce((before, last) -> last)
          .map(cause -> cause.group(1));
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private void removeOldest() {
    File[] kept = directory.resolveSibling("").toFile().listFiles(RunLog::isKept);
    if (kept != null) {
      Arrays.stream(kept)
          .sorted(Comparator.comparingLong(File::lastModified).reversed())
          .skip(MOST_KEPT - 1)
          .forEach(RunLog::delete);
    }
  }

  private static void delete(File log) {
    boolean unused = log.delete();
  }

  private static boolean isKept(File file) {
    return file.getName().matches("drey-run-.*\\.log");
  }

  @Override
  public void close() {
    System.clearProperty(TARGET);
    System.clearProperty(LEVEL);
    System.clearProperty(LEVEL_OF_OTHERS);
  }
}
