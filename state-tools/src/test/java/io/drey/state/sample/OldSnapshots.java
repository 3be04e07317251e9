// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Snapshots that the job of the module flink-1.20 left, all taken once for all tests. */
public enum OldSnapshots {
  CANONICAL_OF_HASHMAP,
  NATIVE_OF_HASHMAP,
  CANONICAL_OF_ROCKSDB,
  NATIVE_OF_ROCKSDB,
  INCREMENTAL_CHECKPOINT_OF_ROCKSDB;

  private static final TemporaryDirectories DIRECTORIES = new TemporaryDirectories();

  /** What Flink 1.20 and its Kryo need of Java 17. */
  private static final List<String> PROGRAM =
      List.of(
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.time=ALL-UNNAMED",
          "io.drey.flink120.Main");

  private static @Nullable Map<String, Path> taken;

  /** Its directory. */
  public Path path() {
    return all().get(name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static synchronized Map<String, Path> all() {
    try {
      if (taken == null) {
        taken = take();
      }
      return taken;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("Failed to run the job of Flink 1.20", e);
    }
  }

  private static Map<String, Path> take() throws IOException, InterruptedException {
    Path directory = DIRECTORIES.make();
    List<String> program =
        Stream.concat(PROGRAM.stream(), Stream.of(directory.toString())).toList();
    ForkedJvm run = ForkedJvm.run(classPath(), program);
    if (run.exit() != 0) {
      throw new IOException(String.join("\n", run.err()));
    }
    return Files.readAllLines(directory.resolve("snapshots")).stream()
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> Path.of(parts[1])));
  }

  private static String classPath() throws IOException {
    Path target = Path.of(System.getProperty("drey.root"), "flink-1.20", "target");
    Path libraries = target.resolve("class-path");
    if (!Files.exists(libraries)) {
      throw new IOException(
          "Cannot find " + libraries + ": it is made by mvn -pl flink-1.20 package");
    }
    return target.resolve("classes") + ":" + Files.readString(libraries);
  }
}
