// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where the measuring is done.
 *
 * @param root the checkout
 * @param events how many events a dataset has
 */
record Workshop(Path root, int events) {
  Path directory() {
    return root.resolve("benchmarks/target/run");
  }

  Path input(Dataset dataset) {
    return dataset.in(directory().resolve("data"), events);
  }

  /** An empty directory of that name; what was in it is gone. */
  Path fresh(String name) throws IOException {
    Path directory = directory().resolve(name);
    delete(directory);
    return Files.createDirectories(directory);
  }

  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(Workshop::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
