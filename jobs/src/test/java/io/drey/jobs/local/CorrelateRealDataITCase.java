// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs of requests and responses. */
@Timeout(120)
class CorrelateRealDataITCase {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final TestingRun runs;

  CorrelateRealDataITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void pairsRemoteCalls() throws Exception {
    runs.run(
        pipeline(
            TestingShared.file("cases/recipes/rpc_pairs.jsonl"),
            "ts",
            "{key: req, request: event.kind == 'request', response: event.kind == 'response',"
                + " copy: [method, path], duration-field: ms}",
            1));

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"ts\":\"2024-08-12T09:00:00.245Z\",\"kind\":\"response\",\"req\":\"r-101\","
                + "\"status\":200,\"method\":\"GET\",\"path\":\"/cart\",\"ms\":125}",
            "{\"ts\":\"2024-08-12T09:00:00.470Z\",\"kind\":\"response\",\"req\":\"r-103\","
                + "\"status\":200,\"method\":\"GET\",\"path\":\"/cart\",\"ms\":70}",
            "{\"ts\":\"2024-08-12T09:00:02.990Z\",\"kind\":\"response\",\"req\":\"r-102\","
                + "\"status\":504,\"method\":\"POST\",\"path\":\"/checkout\",\"ms\":2810}");
    assertThat(runs.read("unmatched"))
        .containsExactly(
            "{\"req\":\"r-104\",\"ts\":\"2024-08-12T09:00:03.100Z\",\"method\":\"GET\","
                + "\"path\":\"/health\",\"unmatched_reason\":\"timeout\"}");
  }

  @ParameterizedTest
  @CsvSource({"MADE, 1", "MADE, 2", "REAL, 1", "REAL, 2"})
  void accountsForEveryQueryAndAnswer(LogOrigin origin, int parallelism) throws Exception {
    RealLog dns = origin.log("dns-queries", runs);

    runs.run(
        pipeline(
            dns.path(),
            "timestamp",
            "{key: request_id, request: event.event_type == 'request',"
                + " response: event.event_type == 'response'}",
            parallelism));

    List<String> pairs = runs.read("out");
    List<String> unmatched = runs.read("unmatched");
    assertThat(pairs.stream().map(CorrelateRealDataITCase::latency))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(latencies(dns.lines()));
    assertThat(2 * pairs.size() + unmatched.size()).isEqualTo(dns.lines().size());
  }

  private static String latency(String pair) {
    String duration = pair.substring(pair.indexOf("\"duration_ms\":") + 14, pair.length() - 1);
    return RealLog.field(pair, "request_id") + " " + duration;
  }

  /** The pairs, found by a map over the events in order of time: in whole milliseconds. */
  private static List<String> latencies(List<String> lines) {
    Map<String, Instant> pending = new HashMap<>();
    List<String> latencies = new ArrayList<>();
    for (String line : lines) {
      String id = RealLog.field(line, "request_id");
      Instant time = RealLog.time(line);
      if (RealLog.field(line, "event_type").equals("request")) {
        pending.put(id, time);
      } else if (pending.containsKey(id) && isInTime(pending.get(id), time)) {
        long nanos = Duration.between(pending.remove(id), time).toNanos();
        BigDecimal millis = BigDecimal.valueOf(nanos, 6).stripTrailingZeros();
        latencies.add(id + " " + millis.toPlainString());
      }
    }
    return latencies;
  }

  private static boolean isInTime(Instant request, Instant response) {
    Instant deadline = request.truncatedTo(ChronoUnit.MILLIS).plus(TIMEOUT);
    return !response.truncatedTo(ChronoUnit.MILLIS).isAfter(deadline);
  }

  private static String pipeline(Path input, String time, String options, int parallelism) {
    return """
    version: 1
    name: real
    sources: {log: {type: file, path: "%s", time: {field: %s}}}
    steps: [{id: pair, correlate: %s}]
    sinks:
      out: {type: file, path: "${var:DIR}/out", mode: overwrite}
      unmatched:
        {type: file, path: "${var:DIR}/unmatched", mode: overwrite, from: pair.unmatched}
    settings: {parallelism: %d}
    """
        .formatted(input, time, options, parallelism);
  }
}
