// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.function.UserJars;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.yaml.ExternalValues;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Runs pipelines in this process, over files of one directory: {@code ${var:DIR}} in their text.
 */
final class TestingRun {
  private final Path directory;

  private final UserJars jars;

  TestingRun(Path directory) {
    this(directory, new UserJars(List.of()));
  }

  private TestingRun(Path directory, UserJars jars) {
    this.directory = directory;
    this.jars = jars;
    SharedCluster.use();
  }

  /** The same with classes of a jar. */
  TestingRun with(Path jar) {
    return new TestingRun(directory, new UserJars(List.of(jar)));
  }

  /** Runs to the end, and fails if the run did. */
  RunReport run(String yaml) throws Exception {
    return succeed(yaml, RunOptions.PLAIN);
  }

  RunReport continueFrom(String savepoint, String yaml) throws Exception {
    return succeed(yaml, RunOptions.PLAIN.from(savepoint));
  }

  /** Runs until all is read, and tells where the savepoint is. */
  String keepOpen(String yaml) throws Exception {
    return savepoint(succeed(yaml, RunOptions.PLAIN.keptOpen(savepoints())));
  }

  String keepOpenFrom(String savepoint, String yaml) throws Exception {
    return savepoint(succeed(yaml, RunOptions.PLAIN.from(savepoint).keptOpen(savepoints())));
  }

  private static String savepoint(RunReport report) {
    return Objects.requireNonNull(report.savepoint(), "savepoint");
  }

  private String savepoints() {
    return directory + "/savepoints";
  }

  private RunReport succeed(String yaml, RunOptions options) throws Exception {
    RunReport report = execute(yaml, options);
    if (report.failure() != null) {
      throw new AssertionError("The run failed", report.failure());
    }
    return report;
  }

  RunReport execute(String yaml, RunOptions options) throws Exception {
    return load(yaml, TestingWay.of(options)).execute(counts -> {});
  }

  /** Executes a run in another thread. */
  static CompletableFuture<RunReport> start(LocalRun run) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return run.execute(counts -> {});
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        });
  }

  /** A run that is still to be executed. */
  LocalRun load(String yaml, RunOptions options) {
    return load(yaml, List.of(), options);
  }

  /** The same with steps whose key may have changed. */
  LocalRun load(String yaml, List<String> changedKeys, RunOptions options) {
    ExternalValues outside = ExternalValues.process(Map.of("DIR", directory.toString()));
    Loaded loaded = jars.within(() -> PipelineFile.parse("test.yaml", yaml, outside));
    if (loaded.pipeline() == null || loaded.wiring() == null) {
      throw new AssertionError(loaded.problems().toString());
    }
    return new LocalRun(
        loaded.pipeline().allowingChangedKeys(changedKeys),
        loaded.wiring(),
        options.with(jars),
        temporaryDirectory());
  }

  private Path temporaryDirectory() {
    try {
      return Files.createTempDirectory(directory, ".run");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String name) {
    return directory.resolve(name);
  }

  void write(String name, List<String> lines) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream plain = Files.newOutputStream(file);
        OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
      out.write((String.join("\n", lines) + "\n").getBytes(UTF_8));
    }
  }

  /** The lines of a file, or of all part files of a directory; none if nothing was written. */
  List<String> read(String name) throws IOException {
    Path path = directory.resolve(name);
    if (!Files.exists(path)) {
      return List.of();
    }
    if (!Files.isDirectory(path)) {
      return Files.readAllLines(path);
    }
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.sorted().toList()) {
        if (!file.getFileName().toString().startsWith(".")) {
          lines.addAll(Files.readAllLines(file));
        }
      }
    }
    return lines;
  }
}
