// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of each of Drey's operators, written back, is restored and read again. */
class BootstrapITCase {
  private static final Path RESOURCES =
      Path.of(System.getProperty("drey.root"), "state-tools/src/test/resources/operators");

  private static final Path PIPELINE = RESOURCES.resolve("pipeline.yaml");

  private final Path directory;

  BootstrapITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void makeEmptyEvents() throws IOException {
    Files.createFile(directory.resolve("events.jsonl"));
    Files.createFile(directory.resolve("commands.jsonl"));
  }

  @Test
  void givesBackWhatWasReadOfEachOperator() throws IOException {
    List<String> operators =
        expected().stream()
            .map(row -> row.replaceAll(".\"operator\":\"([^\"]*)\".*", "$1"))
            .distinct()
            .toList();
    Path all = null;
    for (String operator : operators) {
      Path rows = Files.write(directory.resolve(operator + ".jsonl"), expected(operator));
      Path target = directory.resolve("with-" + operator);
      execute(
          Stream.concat(
              Stream.of(
                  "state",
                  "bootstrap",
                  "--pipeline",
                  PIPELINE.toString(),
                  "--set",
                  "DIRECTORY=" + directory,
                  "--operator",
                  operator,
                  "--from",
                  rows.toString(),
                  "--out",
                  target.toString()),
              all == null ? Stream.of() : Stream.of("--onto", all.toString())));
      assertThat(read(target, operator)).containsExactlyElementsOf(expected(operator));
      all = target;
    }

    Path restored = restored(Objects.requireNonNull(all));
    for (String operator : operators) {
      assertThat(read(restored, operator)).containsExactlyElementsOf(expected(operator));
    }
  }

  /** Runs the pipeline from a savepoint, without events, and takes another one. */
  private Path restored(Path savepoint) throws IOException {
    Path target = directory.resolve("restored");
    execute(
        Stream.of(
            "run",
            PIPELINE.toString(),
            "--quiet",
            "--set",
            "DIRECTORY=" + directory,
            "--from-savepoint",
            savepoint.toString(),
            "--keep-open",
            "--savepoint",
            target.toString()));
    try (Stream<Path> savepoints = Files.list(target)) {
      return savepoints.findFirst().orElseThrow();
    }
  }

  private static List<String> expected() throws IOException {
    return Files.readAllLines(RESOURCES.resolve("expected.jsonl"));
  }

  private static List<String> expected(String operator) throws IOException {
    return expected().stream()
        .filter(row -> row.startsWith("{\"operator\":\"" + operator + "\","))
        .toList();
  }

  private static List<String> read(Path savepoint, String operator) {
    return execute(Stream.of("state", "read", savepoint.toString(), "--operator", operator))
        .lines()
        .sorted()
        .toList();
  }

  private static String execute(Stream<String> arguments) {
    TestingDrey drey = new TestingDrey();
    assertThat(drey.run(arguments.toArray(String[]::new))).as(drey.err()).isZero();
    return drey.out();
  }
}
