// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The directory of a run, with the logs of all processes. It is kept if the run fails. */
final class RunDirectory implements AutoCloseable {
  private static final Path ALL = Path.of(System.getProperty("drey.faults.directory"));

  private final Path path;
  private boolean succeeded;

  RunDirectory(String name) throws IOException {
    path = ALL.resolve(name).toAbsolutePath();
    delete();
    Files.createDirectories(path);
  }

  Path path() {
    return path;
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  /** From now on nobody needs it. */
  void succeed() {
    succeeded = true;
  }

  @Override
  public void close() throws IOException {
    if (succeeded) {
      delete();
    } else {
      System.out.println("All that is known of the failed run is in " + path);
    }
  }

  private void delete() throws IOException {
    if (Files.notExists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
