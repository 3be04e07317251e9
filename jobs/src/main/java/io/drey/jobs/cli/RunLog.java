package io.drey.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file that Flink logs to in a run; the configuration of the logger reads its properties. It is
 * kept only if something failed.
 */
final class RunLog implements AutoCloseable {
  private static final String FILE = "drey.log";
  private static final String LEVEL = "drey.log.console";

  private final Path directory;

  private RunLog(Path directory) {
    this.directory = directory;
  }

  /** Sets the logger up. To be called before anything logs. */
  static RunLog open(Path directory, boolean verbose) {
    System.setProperty(FILE, directory.resolve(FILE).toString());
    System.setProperty(LEVEL, verbose ? "info" : "off");
    return new RunLog(directory);
  }

  /** Moves the log to where it stays and tells that place. */
  Path keep() throws IOException {
    Path kept = directory.resolveSibling(directory.getFileName() + ".log");
    return Files.copy(directory.resolve(FILE), kept, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    System.clearProperty(FILE);
  }
}
