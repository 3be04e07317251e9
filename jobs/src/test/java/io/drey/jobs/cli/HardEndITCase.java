// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bounded runs that do not come to their end: interrupted at the start, in the middle, twice where
 * a function blocks, without a reader, without memory.
 */
@Timeout(200)
class HardEndITCase {
  private static final String MANY =
      """
      version: 1
      name: many
      sources:
        in:
          type: generate
          count: 2000000000
          fields: {n: sequence(0), at: "timestamp(2024-01-01T00:00:00Z, 1s)"}
          time: {field: at}
      steps: [{id: numbered, sequence: {field: nth}}]
      sinks: {out: {type: %s}}
      """;

  private final Path directory;

  HardEndITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void endsTheInputInTheMiddle() throws Exception {
    write("many.yaml", MANY.formatted("stdout"));
    try (TestingDrey drey = TestingDrey.start(directory, "run", "many.yaml")) {
      drey.awaitUntil(() -> hasWritten(drey));

      drey.signal("INT");

      TestingDrey.Ended ended = drey.awaitWithoutEndOfInput();
      assertThat(ended.exit()).as(ended.err()).isEqualTo(130);
      List<String> lines = ended.lines();
      for (int i = 0; i < lines.size(); i += 997) {
        assertThat(lines.get(i)).startsWith("{\"n\":" + i + ",");
      }
      assertThat(lines.get(lines.size() - 1)).endsWith(",\"nth\":" + lines.size() + "}");
      assertThat(ended.err()).startsWith("many: ").doesNotContain("drey:");
    }
  }

  /** However early. A virtual machine that is not up yet ends with 1 by itself. */
  @Test
  void endsAtOnceAtTheStart() throws Exception {
    write("many.yaml", MANY.formatted("discard"));
    for (int millis = 50; millis < 1200; millis = millis * 3 / 2) {
      try (TestingDrey drey = TestingDrey.start(directory, "run", "many.yaml")) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        drey.signal("INT");

        TestingDrey.Ended ended = drey.awaitWithoutEndOfInput();

        assertThat(ended.exit()).as("after %d ms: %s", millis, ended.err()).isIn(130, 1);
        assertThat(ended.err()).as("after %d ms", millis).doesNotContain("drey:");
      }
    }
  }

  @Test
  void endsAtTheSecondInterruptWhereAFunctionBlocks() throws Exception {
    write("in.jsonl", "{\"k\":1}\n");
    write(
        "blocked.yaml",
        """
        version: 1
        name: blocked
        sources: {in: {type: file, path: in.jsonl}}
        steps:
          - id: step
            stateful: {class: io.drey.jobs.function.TestingFunctions$Blocking, key: k}
        sinks: {out: {type: stdout}}
        """);
    try (TestingDrey drey = TestingDrey.start(directory, "run", "blocked.yaml")) {
      drey.awaitUntil(() -> Files.exists(directory.resolve("blocked")));
      drey.signal("INT");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
      assertThat(drey.isAlive()).as(drey.said()).isTrue();

      drey.signal("INT");

      assertThat(drey.awaitWithoutEndOfInput().exit()).isEqualTo(130);
    }
  }

  @Test
  void endsOnceNobodyReadsItsOutput() throws Exception {
    write("many.yaml", MANY.formatted("stdout"));
    try (TestingDrey drey = TestingDrey.startPiped(directory, "run", "many.yaml", "-q")) {
      try (BufferedReader head =
          new BufferedReader(new InputStreamReader(drey.output(), StandardCharsets.UTF_8))) {
        assertThat(head.readLine()).startsWith("{\"n\":0,");
      }

      assertThat(drey.await()).isEqualTo(new TestingDrey.Ended(0, "", ""));
    }
  }

  @Tag("full")
  @ParameterizedTest
  @CsvSource({"-Xmx96m, -q", "-Xmx256m, --cluster"})
  void saysWhatHoldsTheMemoryItLacks(String heap, String option) throws Exception {
    write(
        "large.yaml",
        """
        version: 1
        name: large
        sources:
          in: {type: generate, count: 2000000000, fields: {k: sequence(0), t: text(1000)}}
        steps: [{id: last, script: {key: k, event: "state.t = event.t; drop()"}}]
        sinks: {out: {type: stdout}}
        """);

    TestingDrey.Ended ended = TestingDrey.runWith(directory, heap, "run", "large.yaml", option);

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.lastError())
        .startsWith("drey: ")
        .contains("Out of memory: state does not fit the heap (")
        .contains("max-keys", "ttl", "rocksdb");
  }

  /** A limit on the size of files does what a full disk does. */
  @Tag("full")
  @Test
  void saysWhyACheckpointCanNotBeWritten() throws Exception {
    write(
        "large.yaml",
        """
        version: 1
        name: large
        sources:
          in: {type: generate, rate: 10000, fields: {k: sequence(0), t: text(4000)}}
        steps: [{id: last, script: {key: k, event: "state.t = event.t; drop()"}}]
        sinks: {out: {type: discard}}
        settings:
          checkpoint: {every: 500ms, dir: checkpoints}
          flink: {restart-strategy.type: none}
        """);

    TestingDrey.Ended ended =
        TestingDrey.runLimited(directory, "-f 50000", "run", "large.yaml", "-q");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.lastError())
        .startsWith(
            "drey: Failed to run large: Failed to write a checkpoint: File too large (log: ");
  }

  private static boolean hasWritten(TestingDrey drey) {
    try {
      return drey.written().length() > 1_000_000;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
