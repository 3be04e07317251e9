// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.option.Option;
import io.drey.jobs.option.WholeValue;
import java.io.Serializable;
import java.util.List;

/** The files, directories and globs that a source reads: a list, or text for only one. */
@WholeValue
public record FilePaths(@Option("a file, a directory or a glob") List<String> paths)
    implements Serializable {
  public FilePaths {
    paths = List.copyOf(paths);
    if (paths.isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid path: must be a file, a directory or a glob, or several of these, but was"
              + " empty");
    }
  }

  /** Parses the scalar form. */
  public static FilePaths parse(String text) {
    return new FilePaths(List.of(text));
  }

  /** The paths as a message names them. */
  @Override
  public String toString() {
    return String.join(", ", paths);
  }
}
