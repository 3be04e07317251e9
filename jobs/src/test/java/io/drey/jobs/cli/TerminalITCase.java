// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs at a terminal, where Ctrl-C is a key. */
@Timeout(200)
class TerminalITCase {
  private static final String CTRL_C = "\u0003";

  private static final String LATEST =
      """
      version: 1
      name: latest
      sources:
        in:
          type: generate
          count: 2000000000
          fields: {n: sequence(0), k: "integer(1, 50)", at: "timestamp(2024-01-01T00:00:00Z, 1s)"}
          time: {field: at}
      steps: [{id: last, deduplicate: {key: k, ttl: 24855d, keep: last}}]
      sinks: {out: {type: file, path: out.jsonl}}
      """;

  private final Path directory;

  TerminalITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void writesWhatIsPendingAtCtrlC(boolean onCluster) throws Exception {
    Files.writeString(directory.resolve("latest.yaml"), LATEST);
    try (TestingDrey drey = start(onCluster, "latest.yaml")) {
      awaitProgress(drey, "(?s).*latest: [0-9]+,.*");

      drey.feed(CTRL_C);

      TestingDrey.Ended ended = drey.awaitWithoutEndOfInput();
      assertThat(ended.exit()).as(ended.out()).isEqualTo(130);
      assertThat(ended.out()).contains("  sink   out: 50 events").doesNotContain("MiB", "drey:");
      assertThat(shown(ended.out())).allMatch(line -> line.length() < 80);
    }
    assertThat(Files.readAllLines(directory.resolve("out.jsonl"))).hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void takesASavepointAtCtrlC(boolean onCluster) throws Exception {
    Files.writeString(directory.resolve("latest.yaml"), LATEST);
    try (TestingDrey drey = start(onCluster, "latest.yaml", "--savepoint", "savepoints")) {
      awaitProgress(drey, "(?s).*latest: [0-9]+,.*");

      drey.feed(CTRL_C);

      TestingDrey.Ended ended = drey.awaitWithoutEndOfInput();
      assertThat(ended.exit()).as(ended.out()).isEqualTo(130);
      assertThat(ended.out()).contains("savepoint: file:").doesNotContain("drey:");
    }
    assertThat(directory.resolve("savepoints")).isNotEmptyDirectory();
    assertThat(directory.resolve("out.jsonl")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void endsAtTheSecondCtrlC(boolean onCluster) throws Exception {
    Files.writeString(directory.resolve("in.jsonl"), "{\"k\":1}\n");
    Files.writeString(
        directory.resolve("blocked.yaml"),
        """
        version: 1
        name: blocked
        sources: {in: {type: file, path: in.jsonl}}
        steps:
          - id: step
            stateful: {class: "io.drey.jobs.function.TestingFunctions$Blocking", key: k}
        sinks: {out: {type: stdout}}
        """);
    try (TestingDrey drey = start(onCluster, "blocked.yaml")) {
      drey.awaitUntil(() -> Files.exists(directory.resolve("blocked")));
      awaitProgress(drey, "(?s).*blocked: .*");
      drey.feed(CTRL_C);
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      assertThat(drey.isAlive()).as(drey.written()).isTrue();

      drey.feed(CTRL_C);

      assertThat(drey.awaitWithoutEndOfInput().exit()).isEqualTo(130);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void endsWithAWarningThatIsSeen(boolean onCluster) throws Exception {
    Files.writeString(directory.resolve("in.jsonl"), "{\"status\":500,\"path\":\"/cart\"}\n");
    Files.writeString(
        directory.resolve("failed.yaml"),
        """
        version: 1
        name: failed
        sources: {in: {type: file, path: in.jsonl}}
        steps: [{id: failed, filter: event.staus >= 500}]
        sinks: {out: {type: stdout}}
        """);
    try (TestingDrey drey = start(onCluster, "failed.yaml")) {
      TestingDrey.Ended ended = drey.awaitWithoutEndOfInput();

      assertThat(ended.exit()).isZero();
      assertThat(shown(ended.out()))
          .endsWith(
              "Warning: step 'failed': the only event rejected: the first has no field 'staus'",
              "  (did you mean 'status'? found: status, path)");
      assertThat(shown(ended.out())).allMatch(line -> line.length() <= 80);
    }
  }

  private TestingDrey start(boolean onCluster, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("run"));
    arguments.addAll(List.of(more));
    if (onCluster) {
      arguments.add("--cluster");
    }
    return TestingDrey.startInTerminal(directory, arguments.toArray(new String[0]));
  }

  private static void awaitProgress(TestingDrey drey, String pattern) {
    drey.awaitUntil(
        () -> {
          try {
            return drey.written().matches(pattern);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  /** What is seen of each line, one after another. */
  private static List<String> shown(String terminal) {
    return List.of(terminal.replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "").split("[\\r\\n]+"));
  }
}
