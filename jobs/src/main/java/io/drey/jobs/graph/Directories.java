package io.drey.jobs.graph;

import java.nio.file.Path;

/** Directories as the user names them, as Flink wants them: URIs. */
public final class Directories {
  private Directories() {}

  /** A URI as it is; a path, relative to the working directory, as a {@code file:} URI. */
  public static String uri(String directory) {
    return directory.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*")
        ? directory
        : Path.of(directory).toAbsolutePath().normalize().toUri().toString();
  }
}
