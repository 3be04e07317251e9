// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Directories that go with the JVM. */
final class TemporaryDirectories {
  private final List<Path> made = new CopyOnWriteArrayList<>();

  TemporaryDirectories() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> made.forEach(this::delete)));
  }

  Path make() throws IOException {
    Path directory = Files.createTempDirectory("snapshots");
    made.add(directory);
    return directory;
  }

  private void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
