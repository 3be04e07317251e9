// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts of pipeline files know of where events are from. */
@Timeout(180)
class ScriptMetaITCase {
  /** Events also take other paths: their origin is of no use there, and must do no harm. */
  private static final String UNION =
      """
      version: 1
      name: meta
      sources:
        a: {type: file, path: "${var:DIR}/a/x.log*", time: {field: at, unit: s, out-of-orderness: 1h}}
        b: {type: file, path: "${var:DIR}/b.jsonl", time: {field: at, unit: s}}
      steps:
        - {id: even, from: [a, b], filter: event.n %% 2 == 0}
        - {id: set, from: [even, even.rejected], set: {m.n: event.n, k: event.k}}
        - {id: drop, drop-fields: [at]}
        - {id: slim, select: [k, n]}
        - id: script
          script:
            key: k
            event: |
              event.from = meta.source
              event.at = meta.position
              event.time = meta.time
              if (event.n %% 7 == 0) event.x.y = 1
        - {id: first, from: [slim, script], deduplicate: {key: n, ttl: 1d}}
      sinks:
        out: {type: file, path: "${var:DIR}/out-%1$d", from: script}
        bad: {type: file, path: "${var:DIR}/bad-%1$d", from: script.invalid}
        all: {type: file, path: "${var:DIR}/all-%1$d", from: [even, script]}
        once: {type: file, path: "${var:DIR}/once-%1$d", from: first}
      settings: {parallelism: %1$d}
      """;

  private static final String SORTED =
      """
      version: 1
      name: sorted
      sources: {in: {type: file, path: "${var:DIR}/in", time: {field: at, unit: s, out-of-orderness: 1h}}}
      steps:
        - id: run
          script:
            key: k
            order: event-time
            event: event.from = `${meta.source} ${meta.position} ${meta.time}`
      sinks: {out: {type: file, path: "${var:DIR}/out", mode: create}}
      settings: {parallelism: %d}
      """;

  private static final String ALL_KINDS =
      """
      version: 1
      name: kinds
      sources:
        file: {type: file, path: "${var:DIR}/in"}
        made: {type: generate, count: 2, fields: {n: sequence(5)}}
      steps:
        - id: run
          from: [file, file.malformed, made]
          script: {event: "event.at = meta.position; event.by = meta.source; event.m = meta.size()"}
        - {id: slim, select: [at, by, position, m]}
      sinks: {out: {type: file, path: "${var:DIR}/out"}}
      """;

  private final TestingRun runs;

  ScriptMetaITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void saysTheFileAndLineBehindStatelessStepsAndAnExchange(int parallelism) throws Exception {
    List<String> files = List.of("a/x.log.2.gz", "a/x.log.1", "a/x.log", "b.jsonl");
    List<String> out = new ArrayList<>();
    List<String> bad = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      List<Integer> numbers = IntStream.range(file * 40, file * 40 + 40).boxed().toList();
      List<String> lines = new ArrayList<>(numbers.stream().map(ScriptMetaITCase::event).toList());
      lines.add(1, "no event");
      runs.write(files.get(file), lines);
      for (int n : numbers) {
        int line = n - numbers.get(0) + (n == numbers.get(0) ? 1 : 2);
        String json = "{\"k\":%d,\"n\":%d".formatted(n % 5, n);
        String at = runs.path(files.get(file)) + ":" + line;
        String time = Instant.ofEpochSecond(n).toString().replace("Z", ".000Z");
        if (n % 7 == 0) {
          bad.add(json + ",\"error\":\"18:31: Cannot set a field of null\"}");
        } else {
          String from = files.get(file).substring(0, 1);
          out.add(
              json + ",\"from\":\"%s\",\"at\":\"%s\",\"time\":\"%s\"}".formatted(from, at, time));
        }
      }
    }

    runs.run(UNION.formatted(parallelism));

    assertThat(runs.read("out-" + parallelism)).containsExactlyInAnyOrderElementsOf(out);
    assertThat(runs.read("bad-" + parallelism)).containsExactlyInAnyOrderElementsOf(bad);
    assertThat(runs.read("all-" + parallelism)).hasSize(80 + out.size());
    assertThat(runs.read("once-" + parallelism)).hasSize(160);
  }

  private static String event(int n) {
    return "{\"at\":%d,\"k\":%d,\"n\":%d}".formatted(n, n % 5, n);
  }

  @Test
  void knowsItOfEventsThatWaitedForTheirOrderThroughRestores() throws Exception {
    runs.write("in/1.jsonl", IntStream.range(0, 50).mapToObj(n -> event(49 - n)).toList());
    String first = runs.keepOpen(SORTED.formatted(1));
    assertThat(runs.read("out")).isEmpty();
    runs.write("in/2.jsonl", IntStream.range(50, 90).mapToObj(ScriptMetaITCase::event).toList());
    String second = runs.keepOpenFrom(first, SORTED.formatted(4));
    runs.write("in/3.jsonl", IntStream.range(90, 99).mapToObj(ScriptMetaITCase::event).toList());

    runs.continueFrom(second, SORTED.formatted(2));

    assertThat(runs.read("out"))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 99).mapToObj(this::sorted).toList());
  }

  private String sorted(int n) {
    String at =
        n < 50 ? "1.jsonl:" + (50 - n) : n < 90 ? "2.jsonl:" + (n - 49) : "3.jsonl:" + (n - 89);
    String time = Instant.ofEpochSecond(n).toString().replace("Z", ".000Z");
    return event(n).replace("}", ",\"from\":\"in %s/%s %s\"}".formatted(runs.path("in"), at, time));
  }

  @Test
  void knowsItOfEverySourceAndOfMalformedRecords() throws Exception {
    runs.write("in/1.jsonl", List.of("{}", "x"));

    runs.run(ALL_KINDS);

    String file = runs.path("in/1.jsonl") + ":";
    assertThat(runs.read("out"))
        .containsExactlyInAnyOrder(
            "{\"at\":\"%s1\",\"by\":\"file\",\"m\":2}".formatted(file),
            "{\"at\":\"%1$s2\",\"by\":\"file\",\"position\":\"%1$s2\",\"m\":2}".formatted(file),
            "{\"at\":\"generate:0\",\"by\":\"made\",\"m\":2}",
            "{\"at\":\"generate:1\",\"by\":\"made\",\"m\":2}");
  }
}
