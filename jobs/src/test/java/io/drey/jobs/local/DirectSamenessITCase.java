// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pipeline.StepKinds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operator gives the same answer without a cluster as on one, at parallelism 1 and 2, over
 * two sources whose events are out of order. Without a cluster, the order is the same every time.
 */
@Timeout(120)
class DirectSamenessITCase {
  private static final int EVENTS = 1500;
  private static final int DISORDER_MILLIS = 2000;

  private static final Map<String, String> STEPS =
      new TreeMap<>(
          Map.ofEntries(
              entry("deduplicate", "{key: k, ttl: 20s, order: event-time}"),
              entry(
                  "correlate",
                  "{key: k, request: event.v < 50, response: event.v >= 50, timeout: 5s,"
                      + " order: event-time}"),
              entry("sessionize", "{key: k, gap: 5s, order: event-time}"),
              entry("batch", "{key: k, size: 5, timeout: 30s, order: event-time}"),
              entry(
                  "state-machine",
                  "{key: k, symbol: s, initial: OFF, order: event-time, transitions: {OFF: {on: ON},"
                      + " ON: {off: OFF}, LOST: {on: ON}}, timeouts: {ON: {after: 9s, to: LOST}}}"),
              entry("aggregate", "{by: k, every: 10s, measures: {n: {count: '*'}, v: {sum: v}}}"),
              entry("rate-limit", "{key: k, limit: 2, per: 5s, order: event-time}"),
              entry("sequence", "{key: k, order: event-time}"),
              entry("count", "{key: k, order: event-time}"),
              entry("detect-gaps", "{key: k, field: n, order: event-time}"),
              entry(
                  "script",
                  "{key: k, ttl: 1h, order: event-time, event: \"state.sum = (state.sum ?? 0) +"
                      + " event.v; event.sum = state.sum;"
                      + " event.from = `${meta.source} ${meta.position} ${meta.time}`\"}"),
              entry(
                  "stateful",
                  "{class: io.drey.jobs.function.TestingFunctions$CountValues, key: k, ttl: 1h,"
                      + " order: event-time, options: {field: s}}"),
              entry("kv", "{ttl: 1h, order: event-time, ignore: [k, v, s, n]}"),
              entry("lookup", "{file: src/test/resources/lookup/names.csv, key: k}"),
              entry("filter", "event.v > 50"),
              entry("set", "{double: event.v * 2}"),
              entry("select", "[at, k]"),
              entry("drop-fields", "[v]")));

  private final TestingRun runs;

  DirectSamenessITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  static Set<String> operators() {
    return STEPS.keySet();
  }

  @Test
  void coversAllOperators() {
    assertThat(operators()).isEqualTo(new TreeSet<>(StepKinds.all().keySet()));
  }

  @ParameterizedTest
  @MethodSource("operators")
  void givesTheAnswerOfACluster(String operator) throws Exception {
    Random random = new Random(operator.hashCode());
    runs.write("even.jsonl", events(0, random));
    runs.write("odd.jsonl", events(1, random));

    List<String> answer = answer(operator, 1, "direct", RunOptions.PLAIN);

    assertThat(answer).hasSizeGreaterThan(20);
    assertThat(answer(operator, 1, "again", RunOptions.PLAIN)).isEqualTo(answer);
    for (int parallelism : List.of(1, 2)) {
      String to = "cluster-" + parallelism;
      assertThat(answer(operator, parallelism, to, RunOptions.PLAIN.onACluster()))
          .containsExactlyInAnyOrderElementsOf(answer);
    }
  }

  /** The events of the even keys or of the odd ones: a key has one way through the job. */
  private static List<String> events(int parity, Random random) {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      long millis = i * 100L + DISORDER_MILLIS - random.nextInt(DISORDER_MILLIS);
      events.add(
          "{\"at\":\"%s\",\"k\":%d,\"v\":%d,\"s\":\"%s\",\"n\":%d,\"op\":\"update\",\"scope\":\"%d\",\"key\":\"x\",\"ops\":[{\"type\":\"increment\"}]}"
              .formatted(
                  Instant.ofEpochMilli(millis),
                  2 * random.nextInt(15) + parity,
                  random.nextInt(100),
                  random.nextBoolean() ? "on" : "off",
                  random.nextInt(30),
                  parity));
    }
    return events;
  }

  private List<String> answer(String operator, int parallelism, String to, RunOptions options)
      throws Exception {
    String pipeline =
        """
            version: 1
            name: same
            sources:
              even: {type: file, path: "${var:DIR}/even.jsonl", time: {field: at, out-of-orderness: 2s}}
              odd: {type: file, path: "${var:DIR}/odd.jsonl", time: {field: at, out-of-orderness: 2s}}
            steps: [{id: step, from: [even, odd], %s: %s}]
            sinks: {out: {type: file, path: "${var:DIR}/%s", from: %s}}
            settings: {parallelism: %d}
            """
            .formatted(
                operator,
                STEPS.get(operator),
                to,
                operator.equals("kv") ? "step.changes" : "step",
                parallelism);
    RunReport report = runs.load(pipeline, options).execute(counts -> {});
    assertThat(report.failure()).isNull();
    return runs.read(to);
  }
}
