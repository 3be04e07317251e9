// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import java.nio.file.Path;

/** Converts directories as users write them to the URIs that Flink expects. */
public final class Directories {
  private Directories() {}

  /**
   * A URI unchanged; a path, relative to the working directory, as a {@code file:} URI as Flink
   * reads them: nothing in it is escaped.
   */
  public static String uri(String directory) {
    return directory.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*")
        ? directory
        : "file://" + Path.of(directory).toAbsolutePath().normalize();
  }
}
