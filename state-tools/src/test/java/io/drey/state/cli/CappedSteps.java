// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs all steps that take {@code max-keys} over the events of a directory. */
final class CappedSteps {
  static final List<String> OPERATORS =
      List.of(
          "first",
          "latest",
          "sorted",
          "pair",
          "visits",
          "batches",
          "door",
          "runs",
          "rows",
          "passing",
          "forever",
          "numbered",
          "counted",
          "lost",
          "tally",
          "store");

  private static final Path PIPELINES =
      Path.of(System.getProperty("drey.root"), "state-tools/src/test/resources/related");

  private final Path directory;
  private final Path pipeline;
  private final List<String> settings = new ArrayList<>();

  /**
   * @param pipeline {@code pipeline.yaml} for all steps
   */
  CappedSteps(Path directory, String pipeline) {
    this.directory = directory;
    this.pipeline = PIPELINES.resolve(pipeline);
  }

  CappedSteps with(String variable, Object value) {
    settings.addAll(List.of("--set", variable + "=" + value));
    return this;
  }

  /** Takes a savepoint after events. */
  Path savepoint(String backend, List<String> events) throws IOException {
    Files.createDirectories(directory);
    add(events);
    Path savepoints = directory.resolve("savepoints");
    run("1", backend, "--keep-open", "--savepoint", savepoints.toString());
    try (Stream<Path> each = Files.list(savepoints)) {
      return each.findFirst().orElseThrow();
    }
  }

  /** Goes on with more events to their end, and returns the lines of each output. */
  Map<String, List<String>> goOn(
      Path savepoint, String backend, int parallelism, List<String> events) throws IOException {
    add(events);
    run("2", backend, "--parallelism", "" + parallelism, "--from-savepoint", savepoint.toString());
    Map<String, List<String>> outputs = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory.resolve("2"))) {
      for (Path file : files.toList()) {
        outputs.put(file.getFileName().toString(), lines(file));
      }
    }
    return outputs;
  }

  /** The lines of a file, or of all files in a directory. */
  private static List<String> lines(Path output) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines.stream().sorted().toList();
  }

  private void add(List<String> events) throws IOException {
    Files.write(
        directory.resolve("events.jsonl"),
        events,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void run(String out, String backend, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "-q", pipeline.toString(), "--set", "DIR=" + directory));
    arguments.addAll(List.of("--set", "OUT=" + directory.resolve(out)));
    arguments.addAll(List.of("--set", "BACKEND=" + backend));
    arguments.addAll(settings);
    arguments.addAll(List.of(more));
    TestingDrey drey = new TestingDrey();
    assertThat(drey.run(arguments.toArray(String[]::new))).as(drey.err()).isZero();
  }
}
