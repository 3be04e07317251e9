// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of snapshots, to be damaged. */
final class Copies {
  private Copies() {}

  /** Copies all files into a directory, and gives those copies that are no metadata. */
  static List<Path> of(Path snapshot, Path directory) throws IOException {
    try (Stream<Path> files = Files.list(snapshot)) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(file.getFileName()));
      }
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> !file.endsWith("_metadata")).sorted().toList();
    }
  }
}
