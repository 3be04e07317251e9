// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs without a cluster: what they are chosen for, and what they do as a cluster does. */
@Timeout(120)
class DirectRunITCase {
  private final TestingRun runs;

  DirectRunITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type: file, path: in                            | {}                                | ",
        "type: stdin                                     | {}                                | ",
        "type: generate, fields: {n: sequence(0)}, count: 5 | {state-backend: rocksdb}       | ",
        "type: generate, fields: {n: sequence(0)}        | {} | source 'in' has no end",
        "type: socket, host: localhost, port: 1          | {} | source 'in' has no end",
        "type: stdin                                     | {parallelism: 2} | parallelism 2",
        "type: stdin                     | {checkpoint: {every: 1s}} | settings.checkpoint",
        "type: stdin                     | {flink: {a: b}} | settings.flink",
      })
  void needsAClusterOnlyForSeveralTasksSnapshotsAndEndlessInput(
      String source, String settings, String reason) {
    String yaml =
        "version: 1\nname: any\nsources: {in: {%s}}\nsinks: {out: {type: stdout}}\nsettings: %s\n"
            .formatted(source, settings);

    assertThat(runs.load(yaml, RunOptions.PLAIN).clusterReason()).isEqualTo(reason);
  }

  @Test
  void needsAClusterForTransactions() {
    String yaml =
        """
        version: 1
        name: any
        sources: {in: {type: stdin}}
        sinks: {out: {type: kafka, brokers: 'localhost:9092', topic: t, %s}}
        """;

    assertThat(reason(yaml.formatted("delivery: at-least-once"), RunOptions.PLAIN))
        .isEqualTo("null");
    assertThat(reason(yaml.formatted("delivery: exactly-once"), RunOptions.PLAIN))
        .isEqualTo("sink 'out' needs checkpoints");
  }

  @Test
  void runsOnAClusterWhereAnOptionAsksForIt() {
    String yaml =
        "version: 1\nname: any\nsources: {in: {type: stdin}}\nsinks: {out: {type: stdout}}\n";

    assertThat(reason(yaml, RunOptions.PLAIN.onACluster())).isEqualTo("--cluster");
    assertThat(reason(yaml, RunOptions.PLAIN.from("x"))).isEqualTo("--from-savepoint");
    assertThat(reason(yaml, RunOptions.PLAIN.keptOpen("x"))).isEqualTo("--keep-open");
    assertThat(
            reason(
                yaml,
                new RunOptions(
                    RunOptions.PLAIN.jars(), false, null, false, false, "x", false, null)))
        .isEqualTo("--savepoint");
    assertThat(
            reason(
                yaml,
                new RunOptions(
                    RunOptions.PLAIN.jars(), false, null, false, false, null, false, 8081)))
        .isEqualTo("--ui");
  }

  private String reason(String yaml, RunOptions options) {
    return String.valueOf(runs.load(yaml, options).clusterReason());
  }

  @Test
  void givesEveryReaderOfAnOutputAllOfItsEvents() throws Exception {
    List<String> events = IntStream.range(0, 3000).mapToObj("{\"n\":%d}"::formatted).toList();
    runs.write("in.jsonl", events);

    runs.run(
        """
        version: 1
        name: fan
        sources: {in: {type: file, path: "${var:DIR}/in.jsonl"}}
        steps:
          - {id: half, from: in, filter: event.n % 2 == 0}
          - {id: marked, from: [in, half.rejected], set: {seen: "true"}}
        sinks:
          all: {type: file, path: "${var:DIR}/all.jsonl", from: in}
          halves: {type: file, path: "${var:DIR}/half.jsonl", from: half}
          marks: {type: file, path: "${var:DIR}/marked.jsonl", from: marked}
        """);

    assertThat(runs.read("all.jsonl")).isEqualTo(events);
    assertThat(runs.read("half.jsonl")).hasSize(1500).isSubsetOf(events);
    assertThat(runs.read("marked.jsonl"))
        .hasSize(4500)
        .contains("{\"n\":1,\"seen\":true}", "{\"n\":2,\"seen\":true}");
  }

  /** The source that is furthest behind in time is read first. */
  @Test
  void mergesSourcesByTime() throws Exception {
    runs.write("even.jsonl", IntStream.range(0, 4000).mapToObj(n -> event(2 * n)).toList());
    runs.write("odd.jsonl", IntStream.range(0, 4000).mapToObj(n -> event(2 * n + 1)).toList());

    runs.run(
        """
        version: 1
        name: merged
        sources:
          even: {type: file, path: "${var:DIR}/even.jsonl", time: {field: n, unit: ms}}
          odd: {type: file, path: "${var:DIR}/odd.jsonl", time: {field: n, unit: ms}}
        steps: [{id: first, from: [even, odd], aggregate: {every: 100ms, measures: {n: {count: '*'}}}}]
        sinks: {out: {type: file, path: "${var:DIR}/out.jsonl", from: first}}
        """);

    assertThat(runs.read("out.jsonl"))
        .hasSize(80)
        .allMatch(window -> window.contains("\"n\":100}") || window.contains("\"n\":100,"));
  }

  private static String event(int n) {
    return "{\"n\":" + n + "}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb", "forst"})
  void keepsStateInAnyBackend(String backend) throws Exception {
    runs.write(
        "in.jsonl", IntStream.range(0, 5000).mapToObj(n -> "{\"k\":" + n % 700 + "}").toList());

    runs.run(
        """
        version: 1
        name: state
        sources: {in: {type: file, path: "${var:DIR}/in.jsonl"}}
        steps: [{id: once, deduplicate: {key: k}}, {id: numbered, sequence: {key: k}}]
        sinks: {out: {type: file, path: "${var:DIR}/out.jsonl"}}
        settings: {state-backend: %s}
        """
            .formatted(backend));

    assertThat(runs.read("out.jsonl")).hasSize(700).allMatch(line -> line.endsWith(",\"seq\":1}"));
  }

  /** Flink's own recursion over a graph needs a larger stack for more than these keyed steps. */
  @ParameterizedTest
  @CsvSource({"filter: event.n >= 0, 1000", "'sequence: {key: n, field: seq}', 300"})
  void runsAsManyStepsAsAPipelineMayHave(String step, int onCluster) throws Exception {
    int count = TestingWay.isCluster() ? onCluster : 1000;
    List<String> events = IntStream.range(0, 20).mapToObj("{\"n\":%d}"::formatted).toList();
    runs.write("in.jsonl", events);
    String steps =
        IntStream.range(0, count)
            .mapToObj(i -> "  - {id: s%d, %s}\n".formatted(i, step))
            .collect(joining());

    runs.run(
        """
        version: 1
        name: many
        sources: {in: {type: file, path: "${var:DIR}/in.jsonl"}}
        steps:
        %s
        sinks: {out: {type: file, path: "${var:DIR}/out.jsonl", fields: [n]}}
        """
            .formatted(steps));

    assertThat(runs.read("out.jsonl")).isEqualTo(events);
  }

  @Test
  void leavesNoOutputOfARunThatFailed() throws Exception {
    runs.write("in.jsonl.gz", List.of("{\"n\":1}", "{\"n\":2}"));
    Path zipped = runs.path("in.jsonl.gz");
    byte[] bytes = Files.readAllBytes(zipped);
    Files.write(zipped, java.util.Arrays.copyOf(bytes, bytes.length - 9));
    String yaml =
        """
        version: 1
        name: broken
        sources: {in: {type: file, path: "${var:DIR}/in.jsonl.gz"}}
        sinks: {out: {type: file, path: "${var:DIR}/out.jsonl"}}
        """;

    RunReport direct = runs.execute(yaml, RunOptions.PLAIN);

    assertThat(direct.failure())
        .hasStackTraceContaining("Failed to read '" + zipped + "' after line ")
        .hasStackTraceContaining("Unexpected end of ZLIB input stream");
    assertThat(runs.path("out.jsonl")).doesNotExist();
  }
}
