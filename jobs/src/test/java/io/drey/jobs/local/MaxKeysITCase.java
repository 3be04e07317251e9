// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A capped step in a job: what it gives up, and what it goes on with after a restart. */
@Timeout(120)
class MaxKeysITCase {
  private static final String PIPELINE =
      """
      version: 1
      name: capped
      sources:
        in: {type: file, path: "${var:DIR}/in/*.jsonl", time: {field: ts, unit: s}}
      steps:
        - {id: last, deduplicate: {key: k, ttl: 1h, keep: last, max-keys: 16}}
      sinks:
        out: {type: file, path: "${var:DIR}/out", mode: create}
        duplicates: {type: file, path: "${var:DIR}/duplicates", from: last.duplicates, mode: create}
        evicted: {type: file, path: "${var:DIR}/evicted", from: last.evicted, mode: create}
      settings: {parallelism: %d, max-parallelism: 4}
      """;

  private final TestingRun runs;

  MaxKeysITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void givesUpTheSameKeysAfterARestartAtAnotherParallelism() throws Exception {
    runs.write("in/1.jsonl", events(0, 150));
    String savepoint = runs.keepOpen(PIPELINE.formatted(2));
    runs.write("in/2.jsonl", events(150, 300));
    runs.continueFrom(savepoint, PIPELINE.formatted(1));
    List<List<String>> inTwoRuns = written();

    RunReport report = runs.run(PIPELINE.formatted(4).replace("mode: create", "mode: overwrite"));

    assertThat(inTwoRuns).isEqualTo(written());
    assertThat(inTwoRuns.stream().mapToInt(List::size).sum()).isEqualTo(300);
    assertThat(runs.read("out")).hasSizeBetween(4, 16);
    assertThat(report.counts().sum("step", "last", "evictedKeys"))
        .isEqualTo(runs.read("evicted").size())
        .isGreaterThan(100);
  }

  private List<List<String>> written() throws Exception {
    return List.of(sorted("out"), sorted("duplicates"), sorted("evicted"));
  }

  private List<String> sorted(String sink) throws Exception {
    return runs.read(sink).stream().sorted().toList();
  }

  private static List<String> events(int from, int to) {
    Random random = new Random(3);
    List<String> all =
        IntStream.range(0, to)
            .mapToObj(i -> "{\"ts\":%d,\"k\":%d}".formatted(i, random.nextInt(60)))
            .toList();
    return all.subList(from, to);
  }
}
