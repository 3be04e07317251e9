// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Snapshots that the jobs of the module flink-1.20 left, all taken once for all tests. */
public enum OldSnapshots {
  CANONICAL_OF_HASHMAP,
  NATIVE_OF_HASHMAP,
  CANONICAL_OF_ROCKSDB,
  NATIVE_OF_ROCKSDB,
  INCREMENTAL_CHECKPOINT_OF_ROCKSDB;

  private static final TemporaryDirectories DIRECTORIES = new TemporaryDirectories();

  /** What Flink 1.20 and its Kryo need of Java 17. */
  public static final List<String> OPTIONS =
      List.of(
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.time=ALL-UNNAMED");

  /** The snapshots of a program, by its main class. */
  private static final Map<String, Map<String, Path>> TAKEN = new HashMap<>();

  /** Its directory. */
  public Path path() {
    return path("Main");
  }

  /** The directory of the same of the job that keeps parcels. */
  public Path ofParcels() {
    return path("ParcelsMain");
  }

  /** A savepoint of what Flink 2 cannot restore, whatever is done to it. */
  public static Path ofLeftovers() {
    return CANONICAL_OF_HASHMAP.path("LeftoversMain");
  }

  private Path path(String program) {
    return all(program).get(name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static synchronized Map<String, Path> all(String program) {
    try {
      if (!TAKEN.containsKey(program)) {
        TAKEN.put(program, take(program));
      }
      return TAKEN.get(program);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("Failed to run the job of Flink 1.20", e);
    }
  }

  private static Map<String, Path> take(String program) throws IOException, InterruptedException {
    Path directory = DIRECTORIES.make();
    run(List.of("io.drey.flink120." + program, directory.toString()));
    return Files.readAllLines(directory.resolve("snapshots")).stream()
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> Path.of(parts[1])));
  }

  /**
   * Restores the job of all states on Flink 1.20, and takes another savepoint at once.
   *
   * @param taking how the other one is taken, and on which state backend
   */
  public static Path restored(Path savepoint, OldSnapshots taking)
      throws IOException, InterruptedException {
    Path directory = DIRECTORIES.make();
    String program = "io.drey.flink120.RestoreMain";
    run(List.of(program, savepoint.toString(), taking.name(), directory.toString()));
    return Path.of(Files.readString(directory.resolve("snapshots")).strip());
  }

  /**
   * Runs a program of that module.
   *
   * @param program a main class and its arguments
   */
  static void run(List<String> program) throws IOException, InterruptedException {
    ForkedJvm run =
        ForkedJvm.run(classPath(), Stream.concat(OPTIONS.stream(), program.stream()).toList());
    if (run.exit() != 0) {
      throw new IOException(String.join("\n", run.err()));
    }
  }

  /** The class path of the module, and of what it needs. */
  public static String classPath() throws IOException {
    return classes() + ":" + libraries();
  }

  /** The classes of the module. */
  public static Path classes() {
    return target().resolve("classes");
  }

  private static Path target() {
    return Path.of(System.getProperty("drey.root"), "flink-1.20", "target");
  }

  /** The class path of what the module needs. */
  static String libraries() throws IOException {
    Path libraries = target().resolve("class-path");
    if (!Files.exists(libraries)) {
      throw new IOException(
          "Cannot find " + libraries + ": it is made by mvn -pl flink-1.20 package");
    }
    return Files.readString(libraries);
  }
}
