// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run tells of the state of its steps. */
@Timeout(120)
class StateSizeITCase {
  private static final int KEYS = 5_000;

  private static final String PIPELINE =
      """
      version: 1
      name: sized
      sources:
        in: {type: file, path: "${var:DIR}/in", time: {field: t, unit: ms, out-of-orderness: 1h}}
      steps:
        - {id: all, filter: "true"}
        - {id: first, deduplicate: {key: k, ttl: 1h}}
        - {id: sorted, from: first.duplicates, deduplicate: {key: k, order: event-time}}
        - {id: sums, aggregate: {by: [k], measures: {n: {count: "*"}}}}
      sinks: {out: {type: discard, from: [first, sorted, sums]}}
      settings: %s
      """;

  private final TestingRun runs;

  StateSizeITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{parallelism: 2}",
        "{state-backend: rocksdb}",
        "{parallelism: 2, state-backend: rocksdb}",
        "{state-backend: forst}"
      })
  void tellsTheStateAtTheEndOfInput(String settings) throws Exception {
    writeEachTwice();

    RunCounts counts = runs.run(PIPELINE.formatted(settings)).counts();

    assertThat(counts.state("all")).isEqualTo(StateSize.NONE);
    StateSize first = counts.state("first");
    assertThat(first.keys()).isEqualTo(KEYS);
    assertThat(first.entries()).isEqualTo(KEYS);
    assertThat(first.bytes()).isBetween(KEYS * 40L, KEYS * 2_000L);
    // what the sorter holds before the end, and what it lets go after it
    StateSize sorted = counts.state("sorted");
    assertThat(sorted.keys()).isEqualTo(KEYS);
    assertThat(sorted.entries()).isEqualTo(2 * KEYS);
    assertThat(sorted.bytes()).isGreaterThan(first.bytes());
    assertThat(counts.state("sums").entries()).isEqualTo(KEYS);
  }

  @Test
  void tellsWhatIsLeftInASavepoint() throws Exception {
    writeEachTwice();
    RunOptions options = RunOptions.PLAIN.keptOpen(runs.path("savepoints").toString());

    RunReport report = runs.execute(PIPELINE.formatted("{}"), options);

    assertThat(report.savepoint()).isNotNull();
    assertThat(report.counts().state("first").keys()).isEqualTo(KEYS);
  }

  @Test
  void tellsTheStateWhileItRuns() throws Exception {
    LocalRun run =
        runs.load(
            """
            version: 1
            name: endless
            sources:
              in: {type: generate, count: 2000000000, fields: {k: "integer(1, 50)"}}
            steps: [{id: first, deduplicate: {key: k}}]
            sinks: {out: {type: discard}}
            """,
            TestingWay.of(RunOptions.PLAIN));

    RunReport report =
        run.execute(
            counts -> {
              if (counts.state("first").keys() == 50) {
                run.stop();
              }
            });

    assertThat(report.failure()).isNull();
    assertThat(report.counts().state("first").keys()).isEqualTo(50);
  }

  private void writeEachTwice() throws Exception {
    runs.write(
        "in",
        IntStream.range(0, 2 * KEYS)
            .mapToObj(i -> "{\"k\":\"key-%05d\",\"t\":%d}".formatted(i % KEYS, i))
            .toList());
  }
}
