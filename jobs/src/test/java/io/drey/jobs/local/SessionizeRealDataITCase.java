// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.event.time.InstantText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sessions of a web log, many of whose lines are out of order. */
@Timeout(180)
class SessionizeRealDataITCase {
  private static final Duration GAP = Duration.ofMinutes(30);
  private static final String PIPELINE =
      """
      version: 1
      name: real
      sources:
        log: {type: file, path: "%s", time: {field: timestamp, out-of-orderness: 60s}}
      steps: [{id: visits, sessionize: {key: client, gap: 30m, order: event-time}}]
      sinks: {out: {type: file, path: "${var:DIR}/out", mode: %s}}
      settings: {parallelism: %d}
      """;

  private final TestingRun runs;

  SessionizeRealDataITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @ParameterizedTest
  @EnumSource
  void findsTheSameSessionsInAnyOrderAndParallelism(LogOrigin origin) throws Exception {
    RealLog log = origin.log("web-access", runs);
    List<String> sorted = RealLog.byTime(log.lines());
    List<String> expected = sessions(sorted);
    runs.write("sorted.jsonl", sorted);

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
    assertThat(runs.read("out").stream().mapToInt(SessionizeRealDataITCase::count).sum())
        .isEqualTo(sorted.size());
  }

  @ParameterizedTest
  @EnumSource
  void goesOnInMidSessionAtAnotherParallelism(LogOrigin origin) throws Exception {
    List<String> lines = origin.log("web-access", runs).lines();
    int third = lines.size() / 3;
    String path = runs.path("in") + "/*.jsonl";
    runs.write("in/1.jsonl", lines.subList(0, third));
    String first = runs.keepOpen(PIPELINE.formatted(path, "create", 1));
    assertThat(runs.read("out").stream().mapToInt(SessionizeRealDataITCase::count).sum())
        .as("events in sessions that are over; how many depends on when time moves")
        .isLessThan(third);
    runs.write("in/2.jsonl", lines.subList(third, 2 * third));
    String second = runs.keepOpenFrom(first, PIPELINE.formatted(path, "create", 4));
    runs.write("in/3.jsonl", lines.subList(2 * third, lines.size()));

    runs.continueFrom(second, PIPELINE.formatted(path, "create", 2));

    assertThat(runs.read("out"))
        .containsExactlyInAnyOrderElementsOf(sessions(RealLog.byTime(lines)));
  }

  private static List<String> sessions(List<String> sorted) {
    Map<String, List<String>> open = new LinkedHashMap<>();
    List<String> sessions = new ArrayList<>();
    for (String line : sorted) {
      List<String> session =
          open.computeIfAbsent(RealLog.field(line, "client"), unused -> new ArrayList<>());
      if (!session.isEmpty() && time(session, -1).plus(GAP).isBefore(RealLog.time(line))) {
        sessions.add(session(session));
        session.clear();
      }
      session.add(line);
    }
    open.values().forEach(session -> sessions.add(session(session)));
    return sessions;
  }

  private static Instant time(List<String> session, int index) {
    return RealLog.time(session.get(index < 0 ? session.size() - 1 : index));
  }

  private static String session(List<String> lines) {
    long start = time(lines, 0).toEpochMilli();
    long end = time(lines, -1).toEpochMilli();
    return """
    {"client":"%s","start":"%s","end":"%s","duration_ms":%d,"event_count":%d,"reason":"gap",\
    "complete":true,"events":[%s]}\
    """
        .formatted(
            RealLog.field(lines.get(0), "client"),
            InstantText.ofMillis(start),
            InstantText.ofMillis(end),
            end - start,
            lines.size(),
            String.join(",", lines));
  }

  private static int count(String session) {
    String start = "\"event_count\":";
    int from = session.indexOf(start) + start.length();
    return Integer.parseInt(session.substring(from, session.indexOf(',', from)));
  }
}
