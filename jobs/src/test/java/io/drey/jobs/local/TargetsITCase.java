// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs whose output goes to something special, to what another run writes to, or away. */
@Timeout(120)
class TargetsITCase {
  private static final String ENDLESS =
      """
      version: 1
      name: endless
      sources: {in: {type: generate, rate: 1000, fields: {n: sequence(0)}}}
      sinks: {out: {type: file, path: "${var:DIR}/%s", mode: %s}}
      settings: {checkpoint: {every: 500ms}}
      """;

  private static final String TWENTY =
      """
      version: 1
      name: twenty
      sources: {in: {type: file, path: "${var:DIR}/in.jsonl"}}
      sinks: {out: {type: file, path: "${var:DIR}/%s", mode: %s}}
      """;

  private final TestingRun runs;

  TargetsITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "append", "overwrite"})
  void failsWhereItsDirectoryIsRemoved(String mode) throws Exception {
    LocalRun run = runs.load(ENDLESS.formatted("out", mode), RunOptions.PLAIN);
    CompletableFuture<RunReport> end = start(run);
    awaitUnfinished("out");

    // at once, for a file that is written meanwhile would keep the directory
    Files.move(runs.path("out"), runs.path("removed"));

    assertThat(cause(end.get(60, TimeUnit.SECONDS).failure()))
        .hasMessageStartingWith("Cannot complete '" + runs.path("out/part-0-"))
        .hasMessageEndingWith("' until then, is gone");
  }

  @ParameterizedTest
  @CsvSource({"one.jsonl, create, false", "one.jsonl, append, true", "parts, overwrite, false"})
  void failsWhereItsUnfinishedFileIsRemoved(String path, String mode, boolean onCluster)
      throws Exception {
    String generate = "{in: {type: generate, rate: 1000, count: 2500, fields: {n: sequence(0)}}}";
    String yaml =
        TWENTY
            .formatted(path, mode)
            .replace("{in: {type: file, path: \"${var:DIR}/in.jsonl\"}}", generate);
    LocalRun run = runs.load(yaml, onCluster ? RunOptions.PLAIN.onACluster() : RunOptions.PLAIN);
    CompletableFuture<RunReport> end = start(run);

    Files.delete(awaitUnfinished(path.contains(".") ? "" : path));

    assertThat(cause(end.get(60, TimeUnit.SECONDS).failure()))
        .hasMessageStartingWith("Cannot complete '")
        .hasMessageEndingWith("' until then, is gone");
  }

  @Test
  void refusesWhatAnotherRunWritesTo() throws Exception {
    runs.write("in.jsonl", numbers());
    LocalRun first = runs.load(ENDLESS.formatted("out", "create"), RunOptions.PLAIN);
    CompletableFuture<RunReport> end = start(first);
    awaitUnfinished("out");

    assertThatThrownBy(() -> runs.run(TWENTY.formatted("in/../out", "overwrite")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another run writes to it");

    first.stop();
    assertThat(end.get(60, TimeUnit.SECONDS).failure()).isNull();
    runs.run(TWENTY.formatted("out", "overwrite"));
    assertThat(runs.read("out")).isEqualTo(numbers());
    assertThat(runs.path("out")).isDirectoryNotContaining("glob:**/.*");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void writesToAPipeAsItIs(boolean onCluster) throws Exception {
    runs.write("in.jsonl", numbers());
    Path pipe = runs.path("pipe.jsonl");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    CompletableFuture<List<String>> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readAllLines(pipe);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });

    LocalRun run =
        runs.load(
            TWENTY.formatted("pipe.jsonl", "create"),
            onCluster ? RunOptions.PLAIN.onACluster() : RunOptions.PLAIN);
    assertThat(run.execute(counts -> {}).failure()).isNull();

    assertThat(read.get(60, TimeUnit.SECONDS)).isEqualTo(numbers());
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  @Test
  void followsALink() throws Exception {
    runs.write("in.jsonl", numbers());
    runs.write("real/data.jsonl", List.of("{\"n\":\"old\"}"));
    Path link = Files.createSymbolicLink(runs.path("out.jsonl"), Path.of("real/data.jsonl"));
    Files.createSymbolicLink(runs.path("parts"), Path.of("real/parts"));

    runs.run(TWENTY.formatted("out.jsonl", "append"));
    runs.run(TWENTY.formatted("parts", "create"));

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(runs.read("real/data.jsonl"))
        .isEqualTo(Stream.concat(Stream.of("{\"n\":\"old\"}"), numbers().stream()).toList());
    assertThat(runs.read("real/parts")).isEqualTo(numbers());
  }

  @Test
  void deletesWhatAKilledRunLeftBehindOnceItHasSucceeded() throws Exception {
    runs.write("in.jsonl", numbers());
    runs.write(".out.jsonl.inprogress.x", List.of("{\"n\":"));

    RunOptions keptOpen = RunOptions.PLAIN.keptOpen(runs.path("savepoints").toString());
    String savepoint =
        String.valueOf(runs.execute(TWENTY.formatted("out.jsonl", "create"), keptOpen).savepoint());
    assertThat(runs.path(".out.jsonl.inprogress.x")).exists();
    runs.continueFrom(savepoint, TWENTY.formatted("out.jsonl", "create"));

    assertThat(runs.path(".out.jsonl.inprogress.x")).doesNotExist();
    assertThat(runs.read("out.jsonl")).isEqualTo(numbers());
  }

  private static List<String> numbers() {
    return IntStream.range(0, 20).mapToObj("{\"n\":%d}"::formatted).toList();
  }

  private static CompletableFuture<RunReport> start(LocalRun run) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return run.execute(counts -> {});
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        });
  }

  /** Waits for a file that is being written. */
  private Path awaitUnfinished(String directory) throws IOException {
    while (true) {
      Path folder = runs.path(directory);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          var found = files.filter(file -> file.toString().contains(".inprogress.")).findFirst();
          if (found.isPresent()) {
            return found.get();
          }
        }
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private static Throwable cause(@Nullable Throwable failure) {
    Throwable cause = failure;
    while (cause != null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause == null ? new AssertionError("The run succeeded") : cause;
  }
}
