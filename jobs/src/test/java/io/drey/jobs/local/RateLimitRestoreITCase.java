// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits that are partly used up when a run is stopped, and restored at another parallelism. */
@Timeout(120)
class RateLimitRestoreITCase {
  private final TestingRun runs;

  RateLimitRestoreITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit: 20, per: 1m",
        "limit: 20, per: 1m, number: n",
        "limit: 20, per: 1m, algorithm: sliding-window",
        "limit: 90, per: 5m, algorithm: sliding-window",
        "limit: 7, per: 1m, algorithm: token-bucket, burst: 10"
      })
  void givesInThreeRunsWhatOneGives(String options) throws Exception {
    String pipeline = pipeline(options);
    runs.write("in/1.jsonl", events(0, 800));
    String first = runs.keepOpen(pipeline.formatted(1));
    runs.write("in/2.jsonl", events(800, 1_300));
    String second = runs.keepOpenFrom(first, pipeline.formatted(4));
    runs.write("in/3.jsonl", events(1_300, 2_000));
    runs.continueFrom(second, pipeline.formatted(2));
    List<String> passed = runs.read("out");
    List<String> limited = runs.read("limited");

    runs.run(pipeline.formatted(1).replace("mode: create", "mode: overwrite"));

    assertThat(passed).isNotEmpty().containsExactlyInAnyOrderElementsOf(runs.read("out"));
    assertThat(limited).isNotEmpty().containsExactlyInAnyOrderElementsOf(runs.read("limited"));
    assertThat(passed.size() + limited.size()).isEqualTo(2_000);
  }

  private static String pipeline(String options) {
    return """
        version: 1
        name: restored
        sources: {events: {type: file, path: "${var:DIR}/in", time: {field: at, unit: s}}}
        steps: [{id: few, rate-limit: {key: k, %s}}]
        sinks:
          out: {type: file, path: "${var:DIR}/out", mode: create}
          rest: {type: file, path: "${var:DIR}/limited", from: few.limited, mode: create}
        settings: {parallelism: %%d}
        """
        .formatted(options);
  }

  private static List<String> events(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "{\"at\":%d,\"k\":%d,\"i\":%d}".formatted(i / 3, i % 2 + i / 50 % 3, i))
        .toList();
  }
}
