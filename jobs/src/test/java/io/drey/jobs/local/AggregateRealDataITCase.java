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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The traffic of a real web log, half of whose lines are out of order. */
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

  @Test
  void measuresTheSameInAnyOrderAndParallelism() throws Exception {
    RealLog log = RealLog.named("web-access");
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

  @Test
  void goesOnWithOpenWindowsAtAnotherParallelism() throws Exception {
    List<String> lines = RealLog.named("web-access").lines();
    String path = runs.path("in") + "/*.jsonl";
    runs.write("in/1.jsonl", lines.subList(0, 1_700));
    String first = runs.keepOpen(PIPELINE.formatted(path, "create", 1));
    runs.write("in/2.jsonl", lines.subList(1_700, 3_400));
    String second = runs.keepOpenFrom(first, PIPELINE.formatted(path, "create", 4));
    runs.write("in/3.jsonl", lines.subList(3_400, 5_000));

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
