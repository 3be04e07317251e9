// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.event.time.InstantText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The traffic of a web log, many of whose lines are out of order. */
@Timeout(180)
class AggregateRealDataITCase {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final String PIPELINE =
      """
      version: 1
      name: real
      sources:
        log: {type: file, path: "%s", time: {field: timestamp, out-of-orderness: 60s}}
      steps:
        - id: traffic
          aggregate:
            by: method
            every: 1h
            measures:
              requests: {count: '*'}
              bytes: {sum: bytes}
              largest: {max: bytes}
              clients: {unique: client}
      sinks: {out: {type: file, path: "${var:DIR}/out", mode: %s}}
      settings: {parallelism: %d}
      """;

  private final TestingRun runs;

  AggregateRealDataITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @ParameterizedTest
  @EnumSource
  void measuresTheSameInAnyOrderAndParallelism(LogOrigin origin) throws Exception {
    RealLog log = origin.log("web-access", runs);
    List<String> expected = traffic(log.lines());
    runs.write("sorted.jsonl", RealLog.byTime(log.lines()));

    for (int parallelism : new int[] {1, 2, 4}) {
      runs.run(PIPELINE.formatted(log.path(), "overwrite", parallelism));
      assertThat(runs.read("out"))
          .as("as given, parallelism %s", parallelism)
          .containsExactlyInAnyOrderElementsOf(expected);

      runs.run(PIPELINE.formatted(runs.path("sorted.jsonl"), "overwrite", parallelism));
      assertThat(runs.read("out"))
          .as("sorted, parallelism %s", parallelism)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesOnWithOpenWindowsAtAnotherParallelism(LogOrigin origin) throws Exception {
    List<String> lines = origin.log("web-access", runs).lines();
    int third = lines.size() / 3;
    String path = runs.path("in") + "/*.jsonl";
    runs.write("in/1.jsonl", lines.subList(0, third));
    String first = runs.keepOpen(PIPELINE.formatted(path, "create", 1));
    runs.write("in/2.jsonl", lines.subList(third, 2 * third));
    String second = runs.keepOpenFrom(first, PIPELINE.formatted(path, "create", 4));
    runs.write("in/3.jsonl", lines.subList(2 * third, lines.size()));

    runs.continueFrom(second, PIPELINE.formatted(path, "create", 2));

    assertThat(runs.read("out")).containsExactlyInAnyOrderElementsOf(traffic(lines));
  }

  private static List<String> traffic(List<String> lines) {
    Map<String, List<String>> windows =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    AggregateRealDataITCase::window, TreeMap::new, Collectors.toList()));
    return windows.entrySet().stream()
        .map(window -> window.getKey() + measured(window.getValue()))
        .toList();
  }

  private static String window(String line) {
    long time = RealLog.time(line).toEpochMilli();
    long start = time - time % HOUR;
    return "{\"method\":\"%s\",\"start\":\"%s\",\"end\":\"%s\","
        .formatted(
            RealLog.field(line, "method"),
            InstantText.ofMillis(start),
            InstantText.ofMillis(start + HOUR));
  }

  private static String measured(List<String> lines) {
    LongSummaryStatistics bytes =
        lines.stream()
            .filter(line -> line.matches(".*\"bytes\":\\d.*"))
            .mapToLong(line -> Long.parseLong(line.replaceAll(".*\"bytes\":(\\d+).*", "$1")))
            .summaryStatistics();
    String clients =
        lines.stream()
            .map(line -> '"' + RealLog.field(line, "client") + '"')
            .sorted()
            .distinct()
            .collect(Collectors.joining(","));
    return "\"requests\":%d,\"bytes\":%s,\"largest\":%s,\"clients\":[%s]}"
        .formatted(
            lines.size(),
            bytes.getCount() == 0 ? "null" : bytes.getSum(),
            bytes.getCount() == 0 ? "null" : bytes.getMax(),
            clients);
  }
}
