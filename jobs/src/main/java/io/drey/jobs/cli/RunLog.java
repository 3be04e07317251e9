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

  private final Path file;

  private RunLog(Path file) {
    this.file = file;
  }

  /** Sets the logger up. To be called before anything logs. */
  static RunLog open(Path directory, boolean verbose) {
    Path file = directory.resolve(FILE);
    System.setProperty(FILE, file.toString());
    System.setProperty(LEVEL, verbose ? "info" : "off");
    return new RunLog(file);
  }

  /** Moves the log to where it stays and tells that place. */
  Path keep() throws IOException {
    Path kept = file.resolveSibling("..").normalize().resolve(file.getParent().getFileName() + ".log");
    return Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    System.clearProperty(FILE);
  }
}
