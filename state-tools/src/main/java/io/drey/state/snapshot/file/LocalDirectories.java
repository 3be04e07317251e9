// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.file;

import java.nio.file.Path;
import java.util.List;

/**
 * The directories of this machine that reading a snapshot may use besides that of the snapshot.
 *
 * @param allowed those to which relative names in the snapshot may lead
 * @param temporary where files are copied that a database needs
 */
public record LocalDirectories(List<Path> allowed, Path temporary) {
  public LocalDirectories {
    allowed = allowed.stream().map(path -> path.toAbsolutePath().normalize()).toList();
  }

  /** None is allowed, and copies are in the system's directory for temporary files. */
  public static LocalDirectories byDefault() {
    return new LocalDirectories(List.of(), systemsTemporary());
  }

  /** The system's directory for temporary files. */
  public static Path systemsTemporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  boolean isAllowed(Path path) {
    return allowed.stream().anyMatch(path.toAbsolutePath().normalize()::startsWith);
  }
}
