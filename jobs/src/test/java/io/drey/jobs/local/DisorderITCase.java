// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pipeline.StepKinds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that is less ordered than its source declares has one answer: which events are late
 * depends on their order alone, in every operator that reads the source.
 */
@Timeout(1800)
class DisorderITCase {
  private static final int EVENTS = Integer.getInteger("drey.disordered.events", 9_000);
  private static final int FEW = Math.min(EVENTS, 9_000);
  private static final int MOST_BEHIND_MILLIS = 3000;

  /** Each operator with its options and, behind a bar, its outputs. */
  private static final Map<String, String> STEPS =
      new TreeMap<>(
          Map.ofEntries(
              entry("deduplicate", "{key: k, ttl: 2s} | duplicates"),
              entry(
                  "correlate",
                  "{key: k, request: event.v < 50, response: event.v >= 50, timeout: 1s}"
                      + " | unmatched"),
              entry("sessionize", "{key: k, gap: 1s}"),
              entry("batch", "{key: k, size: 5, timeout: 2s}"),
              entry(
                  "state-machine",
                  "{key: k, symbol: s, initial: OFF, transitions: {OFF: {on: ON}, ON: {off: OFF},"
                      + " LOST: {on: ON}}, timeouts: {ON: {after: 700ms, to: LOST}}}"
                      + " | violations, timeouts"),
              entry(
                  "aggregate",
                  "{by: k, every: 1s, measures: {n: {count: '*'}, v: {sum: v}}} | late"),
              entry("rate-limit", "{key: k, limit: 2, per: 1s} | limited"),
              entry("sequence", "{key: k}"),
              entry("count", "{key: k, order: event-time} | late"),
              entry("detect-gaps", "{key: k, field: n} | gaps"),
              entry(
                  "script",
                  "{key: k, ttl: 2s, event: \"state.sum = (state.sum ?? 0) + event.v; event.sum ="
                      + " state.sum\"}"),
              entry(
                  "stateful",
                  "{class: io.drey.jobs.function.TestingFunctions$CountValues, key: k, ttl: 2s,"
                      + " options: {field: s}}"),
              entry("kv", "{ttl: 2s} | changes"),
              entry("lookup", "{file: src/test/resources/lookup/names.csv, key: k} | missing"),
              entry("filter", "event.v > 50"),
              entry("set", "{double: event.v * 2}"),
              entry("select", "[at, k]"),
              entry("drop-fields", "[v]")));

  /**
   * What a step emitted, in whatever order; all of it together would fill the heap.
   *
   * @param digest the SHA-256 of the sorted lines
   */
  private record Answer(int lines, String digest) {
    static Answer of(List<String> lines) {
      byte[] sorted = String.join("\n", lines.stream().sorted().toList()).getBytes(UTF_8);
      return new Answer(lines.size(), HexFormat.of().formatHex(sha256().digest(sorted)));
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private final TestingRun runs;

  DisorderITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void coversAllOperators() {
    assertThat(STEPS.keySet()).isEqualTo(new TreeSet<>(StepKinds.all().keySet()));
  }

  @Test
  void hasOneAnswer() throws Exception {
    List<String> events = events();
    runs.write("whole/in.jsonl", events);
    RunReport report = runs.run(pipeline(file("whole"), "first", 1));

    Map<String, Answer> answers = answers("first");

    assertThat(answers)
        .allSatisfy((step, all) -> assertThat(all.lines()).isGreaterThan(EVENTS / 20));
    assertThat(report.counts().sum("source", "in", "lateEvents")).isEqualTo(late(events));
    for (String step : List.of("deduplicate", "count", "sequence")) {
      assertThat(report.counts().sum("step", step, "lateEvents")).as(step).isEqualTo(late(events));
    }
    for (int i = 0; i < 2; i++) {
      runs.run(pipeline(file("whole"), "again" + i, 1));
      assertThat(answers("again" + i)).isEqualTo(answers);
    }
    for (int i = 0; i < 3; i++) {
      RunReport parallel = runs.run(pipeline(file("whole"), "parallel" + i, 3));
      assertThat(answers("parallel" + i)).isEqualTo(answers);
      assertThat(parallel.counts().sum("step", "sequence", "lateEvents")).isEqualTo(late(events));
    }
    for (int parallelism : List.of(1, 3)) {
      String to = "restored" + parallelism;
      interrupted(events, to, parallelism);
      assertThat(answers(to)).isEqualTo(answers);
    }
  }

  @Test
  void hasTheSameAnswerBehindASocket() throws Exception {
    List<String> events = events().subList(0, FEW);
    runs.write("few/in.jsonl", events);
    runs.run(pipeline(file("few"), "from-file", 1));

    for (int parallelism : List.of(1, 3)) {
      String to = "from-socket" + parallelism;
      try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        String pipeline = pipeline(socket(server.getLocalPort()), to, parallelism);
        CompletableFuture<RunReport> end = TestingRun.start(runs.load(pipeline, RunOptions.PLAIN));
        try (Socket client = server.accept()) {
          client.getOutputStream().write((String.join("\n", events) + "\n").getBytes(UTF_8));
        }
        assertThat(end.get(120, TimeUnit.SECONDS).failure()).isNull();
      }
      assertThat(answers(to)).isEqualTo(answers("from-file"));
    }
  }

  /** Once it grows to a third and once to two thirds of itself, the file stays as it is. */
  private void interrupted(List<String> events, String to, int parallelism) throws Exception {
    String pipeline = pipeline(file(to + "-in"), to, parallelism);
    String file = to + "-in/in.jsonl";
    runs.write(file, events.subList(0, EVENTS / 3));
    String savepoint = runs.keepOpen(pipeline);
    runs.write(file, events.subList(0, 2 * EVENTS / 3));
    savepoint = runs.keepOpenFrom(savepoint, pipeline);
    runs.write(file, events);
    runs.continueFrom(savepoint, pipeline);
  }

  /** What each step emitted. */
  private Map<String, Answer> answers(String to) throws IOException {
    Map<String, Answer> answers = new TreeMap<>();
    for (String step : STEPS.keySet()) {
      answers.put(step, Answer.of(runs.read(to + "/" + step)));
    }
    return answers;
  }

  private static String file(String directory) {
    return "{type: file, path: \"${var:DIR}/" + directory + "\", time: {field: at}}";
  }

  private static String socket(int port) {
    return "{type: socket, host: 127.0.0.1, port: " + port + ", time: {field: at}}";
  }

  private static String pipeline(String source, String to, int parallelism) {
    StringBuilder steps = new StringBuilder();
    StringBuilder sinks = new StringBuilder();
    STEPS.forEach(
        (operator, text) -> {
          String[] parts = text.split(" \\| ", 2);
          steps.append("  - {id: %s, from: in, %s: %s}\n".formatted(operator, operator, parts[0]));
          String outputs = operator;
          for (String output : parts.length == 1 ? new String[0] : parts[1].split(", ")) {
            outputs += ", " + operator + "." + output;
          }
          sinks.append(
              "  %s-out: {type: file, path: \"${var:DIR}/%s/%s\", from: [%s]}\n"
                  .formatted(operator, to, operator, outputs));
        });
    return """
        version: 1
        name: disorder
        sources: {in: %s}
        settings: {parallelism: %d}
        steps:
        %ssinks:
        %s"""
        .formatted(source, parallelism, steps, sinks);
  }

  private static long late(List<String> events) {
    long late = 0;
    Instant greatest = Instant.MIN;
    for (String event : events) {
      Instant at = Instant.parse(event.substring(7, event.indexOf('"', 7)));
      late += at.isBefore(greatest) ? 1 : 0;
      greatest = at.isAfter(greatest) ? at : greatest;
    }
    return late;
  }

  /** Every tenth is up to 3 s behind. */
  private static List<String> events() {
    Random random = new Random(1);
    List<String> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      long millis = 1_767_225_600_000L + i * 20L + 1 + i % 9;
      millis -= random.nextInt(10) == 0 ? random.nextInt(MOST_BEHIND_MILLIS) : 0;
      events.add(
          "{\"at\":\"%s\",\"k\":%d,\"v\":%d,\"s\":\"%s\",\"n\":%d,\"op\":\"update\",\"scope\":\"%d\",\"key\":\"x\",\"ops\":[{\"type\":\"increment\"}]}"
              .formatted(
                  Instant.ofEpochMilli(millis),
                  random.nextInt(50),
                  random.nextInt(100),
                  random.nextBoolean() ? "on" : "off",
                  random.nextInt(30),
                  random.nextInt(20)));
    }
    return events;
  }
}
