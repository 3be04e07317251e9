// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Logs like those a user has. */
@Timeout(120)
class RealDataITCase {
  private static final Duration TTL = Duration.ofMinutes(10);

  private final TestingRun runs;

  RealDataITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @ParameterizedTest
  @EnumSource
  void passesTheFirstPacketOfEachConnection(LogOrigin origin) throws Exception {
    RealLog log = origin.log("tcp-packets", runs);
    List<String> packets = log.lines();

    runs.run(pipeline(log.path(), "{field: timestamp}", "{key: conn_id}", ""));

    List<String> first = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (String packet : packets) {
      if (seen.putIfAbsent(RealLog.field(packet, "conn_id"), packet) == null) {
        first.add(packet);
      }
    }
    assertThat(first).hasSizeGreaterThanOrEqualTo(40);
    assertThat(runs.read("out")).isEqualTo(first);
    assertThat(runs.read("duplicates")).hasSize(packets.size() - first.size());
  }

  @ParameterizedTest
  @EnumSource
  void decidesTheSameAtAnyParallelismAndOnAnyBackend(LogOrigin origin) throws Exception {
    RealLog log = origin.log("web-access", runs);
    List<String> expected = deduplicated(log.lines(), "client");

    for (String settings :
        List.of(
            "{parallelism: 1}",
            "{parallelism: 2}",
            "{parallelism: 4}",
            "{parallelism: 2, state-backend: rocksdb}")) {
      runs.run(
          pipeline(
              log.path(),
              "{field: timestamp, out-of-orderness: 60s}",
              "{key: client, ttl: 10m, order: event-time}",
              "settings: " + settings));

      assertThat(runs.read("out")).as(settings).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(runs.read("out").size() + runs.read("duplicates").size())
          .isEqualTo(log.lines().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void partsEventsWithoutTheirKey(LogOrigin origin) throws Exception {
    RealLog log = origin.log("ssh-auth", runs);
    List<String> all = log.lines();
    List<String> keyed = all.stream().filter(line -> line.contains("\"ip\":")).toList();

    RunReport report =
        runs.run(pipeline(log.path(), "{field: timestamp}", "{key: ip, ttl: 10m}", ""));

    assertThat(runs.read("out")).isEqualTo(deduplicated(keyed, "ip"));
    assertThat(report.counts().sum("step", "once", "invalidEvents"))
        .isEqualTo(all.size() - keyed.size())
        .isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void readsDailyFilesAsTheirConcatenation(LogOrigin origin) throws Exception {
    List<String> sorted = RealLog.byTime(origin.log("web-access", runs).lines());
    runs.write("all.jsonl", sorted);
    int day = sorted.size() / 20;
    for (int i = 1; i <= 20; i++) {
      runs.write("days/web." + i, sorted.subList(day * (i - 1), i < 20 ? day * i : sorted.size()));
    }
    String options = "{key: client, ttl: 10m, order: event-time}";

    runs.run(pipeline("${var:DIR}/all.jsonl", "{field: timestamp}", options, ""));
    List<String> concatenation = runs.read("out");
    runs.run(pipeline("${var:DIR}/days", "{field: timestamp}", options, ""));

    assertThat(concatenation).containsExactlyInAnyOrderElementsOf(deduplicated(sorted, "client"));
    assertThat(runs.read("out")).containsExactlyInAnyOrderElementsOf(concatenation);
    assertThat(runs.read("out").size() + runs.read("duplicates").size()).isEqualTo(sorted.size());
  }

  private static String pipeline(Object path, String time, String options, String settings) {
    return """
    version: 1
    name: real
    sources: {log: {type: file, path: "%s", time: %s}}
    steps: [{id: once, deduplicate: %s}]
    sinks:
      out: {type: file, path: "${var:DIR}/out", mode: overwrite}
      rest: {type: file, path: "${var:DIR}/duplicates", mode: overwrite, from: once.duplicates}
    %s
    """
        .formatted(path, time, options, settings);
  }

  /** What passes, decided by a map over the events in order of time. */
  private static List<String> deduplicated(List<String> lines, String key) {
    Map<String, Instant> seen = new HashMap<>();
    List<String> passed = new ArrayList<>();
    for (String line : RealLog.byTime(lines)) {
      Instant time = RealLog.time(line);
      Instant first = seen.get(RealLog.field(line, key));
      if (first == null || !time.isBefore(first.plus(TTL))) {
        seen.put(RealLog.field(line, key), time);
        passed.add(line);
      }
    }
    return passed;
  }
}
