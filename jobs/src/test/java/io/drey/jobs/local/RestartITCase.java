// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that fail once, behind a checkpoint, and are restarted in their process. */
@Timeout(120)
class RestartITCase {
  private static final int COUNT = 40_000;

  private static final String PIPELINE =
      """
      version: 1
      name: restarted
      sources: {in: {%s}}
      steps:
        - {id: marked, set: {failed: "event.n == 20000 ? '${var:DIR}/failed' : null"}}
        - id: fragile
          stateful: {class: "io.drey.jobs.function.TestingFunctions$FailingOnce", key: n}
      sinks: {out: {type: file, path: "${var:DIR}/out.jsonl", fields: [n]}}
      settings:
        checkpoint: {every: 20ms}
        flink: {restart-strategy.fixed-delay.delay: 1ms}
      """;

  private final TestingRun runs;

  RestartITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: generate, count: 40000, rate: 20000, fields: {n: sequence(0)}",
        "type: file, path: \"${var:DIR}/in\"",
        "type: file, path: \"${var:DIR}/in\", parallel: true",
      })
  void readsEveryEventOnce(String source) throws Exception {
    for (int file = 0; file < 8; file++) {
      runs.write("in/" + file, events(file * COUNT / 8, (file + 1) * COUNT / 8));
    }

    RunReport report = runs.run(PIPELINE.formatted(source));

    assertThat(runs.path("failed")).exists();
    // in any order is compared in quadratic time
    assertThat(runs.read("out.jsonl").stream().sorted().toList())
        .isEqualTo(events(0, COUNT).stream().sorted().toList());
    assertThat(report.counts().restarts()).isEqualTo(1);
  }

  @Test
  void countsWhatAllAttemptsDid() throws Exception {
    RunReport report =
        runs.run(
            PIPELINE.formatted(
                "type: generate, count: 40000, rate: 20000, fields: {n: sequence(0)}"));

    RunCounts counts = report.counts();
    assertThat(counts.sum("source", "in", "events")).isGreaterThan(COUNT);
    assertThat(counts.sum("sink", "out", "events")).isBetween((long) COUNT, 2L * COUNT);
  }

  private static List<String> events(int from, int to) {
    return IntStream.range(from, to).mapToObj("{\"n\":%d}"::formatted).toList();
  }
}
