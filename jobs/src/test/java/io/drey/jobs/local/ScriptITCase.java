// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts of pipeline files, as jobs: what they leave, and what they cannot do to the job. */
@Timeout(180)
class ScriptITCase {
  private static final String HOSTILE =
      """
      version: 1
      name: hostile
      sources: {in: {type: file, path: "${var:DIR}/in"}}
      steps:
        - id: run
          script:
            key: k
            event: |
              state.n += 1
              state.all = []
              emit({'seen': state.n})
              var all = []
              var text = 'x'
              var map = {:}
              if (event.do == 'loop') while (true) {}
              if (event.do == 'text') while (true) text += text
              if (event.do == 'list') while (true) all.addAll([all, text])
              if (event.do == 'map') while (true) map[state.n++] = 'x'
              if (event.do == 'deep') while (true) all = [all]
              if (event.do == 'kept') while (true) state.all.add('xxxxxxxxxxxxxxxxxxxx')
              if (event.do == 'null') event.a.b = 1
              event.n = state.n
      sinks:
        out: {type: file, path: "${var:DIR}/out"}
        bad: {type: file, path: "${var:DIR}/invalid", from: run.invalid}
      """;

  private static final String SIZE = "Invalid result: must be at most 1048576 characters but was ";

  private static final String PLACES =
      """
      version: 1
      name: places
      sources: {in: {type: file, path: "${var:DIR}/in"}}
      steps:
        - id: literal
          from: in
          script:
            event: |
              var x = 1

              event.a.b = x
        - id: folded
          from: in
          script:
            event: >
              var x = 1;
              event.a.b = x
        - id: plain
          from: in
          script: {event: var x = 1; event.a.b = x}
        - id: quoted
          from: in
          script: {event: "var x = '\\u0041'; event.a.b = x"}
        - id: filed
          from: in
          script: {event: {file: "${var:DIR}/x.jexl"}}
        - id: short
          from: in
          script: {event: "file:${var:DIR}/x.jexl"}
      sinks:
        bad:
          type: file
          path: "${var:DIR}/invalid"
          from: [literal.invalid, folded.invalid, plain.invalid, quoted.invalid, filed.invalid, short.invalid]
      """;

  private final TestingRun runs;

  ScriptITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void putsHostileEventsAsideWithoutATraceAndGoesOn() throws Exception {
    List<String> hostile = List.of("loop", "text", "list", "map", "deep", "kept", "null");
    runs.write(
        "in/1.jsonl",
        IntStream.range(0, 2 * hostile.size() + 1)
            .mapToObj(i -> i % 2 == 0 ? "no" : hostile.get(i / 2))
            .map("{\"k\":1,\"do\":\"%s\"}"::formatted)
            .toList());

    runs.run(HOSTILE);

    assertThat(runs.read("out"))
        .isEqualTo(
            IntStream.rangeClosed(1, hostile.size() + 1)
                .boxed()
                .flatMap(
                    n ->
                        List.of(
                            "{\"seen\":%d}".formatted(n),
                            "{\"k\":1,\"do\":\"no\",\"n\":%d}".formatted(n))
                            .stream())
                .toList());
    assertThat(runs.read("invalid"))
        .containsExactly(
            invalid(
                "loop",
                "15:33: Invalid loops: must have at most 1000000 iterations in total but had more"),
            invalid("text", "16:46: " + SIZE + "2097152"),
            invalid("list", "17:49: " + SIZE + "1703928"),
            invalid("map", "18:49: " + SIZE + "1048584"),
            invalid(
                "deep", "19:52: Invalid result: must not be nested deeper than 100 but was 101"),
            invalid("kept", "20:55: " + SIZE + "1048595"),
            invalid("null", "21:33: Cannot set a field of null"));
  }

  private static String invalid(String what, String error) {
    return "{\"k\":1,\"do\":\"%s\",\"error\":\"%s\"}".formatted(what, error);
  }

  @Test
  void tellsWhereInWhichFileAScriptFailed() throws Exception {
    runs.write("in/1.jsonl", List.of("{}"));
    runs.write("x.jexl", List.of("// sets", "  event.a.b = 1"));

    runs.run(PLACES);

    String file = runs.path("x.jexl") + ":2:3";
    assertThat(runs.read("invalid"))
        .containsExactlyInAnyOrderElementsOf(
            List.of("11:9", "17:9", "20:32", "23:40", file, file).stream()
                .map(place -> "{\"error\":\"" + place + ": Cannot set a field of null\"}")
                .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event: event.n = ++state.n",
        "key: k, event: event.n = ++state.n",
        "key: k, ttl: 20s, event: 'event.n = ++state[event.i % 7]; event.size = state.size()'",
        "key: k, order: event-time, event: 'state.l = [event.i, state.l]; event.l = toJson(state.l)'",
        "key: k, begin: state.n = 100, event: event.n = ++state.n, end: 'emit({''k'': key, ''n'': state.n})'",
      })
  void givesInThreeRunsAtAnyParallelismWhatOneGives(String options) throws Exception {
    String pipeline = pipeline(options);
    runs.write("in/1.jsonl", events(0, 120));
    String first = runs.keepOpen(pipeline.formatted(1));
    runs.write("in/2.jsonl", events(120, 230));
    String second = runs.keepOpenFrom(first, pipeline.formatted(4));
    runs.write("in/3.jsonl", events(230, 300));
    runs.continueFrom(second, pipeline.formatted(2));
    List<String> three = runs.read("out");

    runs.run(pipeline.formatted(1).replace("mode: create", "mode: overwrite"));
    List<String> one = runs.read("out");
    runs.run(pipeline.formatted(4).replace("mode: create", "mode: overwrite"));
    List<String> atFour = runs.read("out");

    assertThat(one).hasSizeGreaterThanOrEqualTo(300);
    assertThat(three).containsExactlyInAnyOrderElementsOf(one);
    assertThat(atFour).containsExactlyInAnyOrderElementsOf(one);
  }

  private static String pipeline(String options) {
    return """
        version: 1
        name: restored
        sources: {in: {type: file, path: "${var:DIR}/in", time: {field: at, unit: s}}}
        steps: [{id: run, script: {%s}}]
        sinks: {out: {type: file, path: "${var:DIR}/out", mode: create}}
        settings: {parallelism: %%d}
        """
        .formatted(options.replace("%", "%%"));
  }

  private static List<String> events(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "{\"at\":%d,\"k\":%d,\"i\":%d}".formatted(i / 3, i % 5, i))
        .toList();
  }

  @Test
  void countsTheEventsOfUsers() throws Exception {
    Path events = TestingShared.file("cases/recipes/user-events.jsonl");

    runs.run(
        """
        version: 1
        name: recipe
        sources: {in: {type: file, path: "%s"}}
        steps:
          - id: count
            script:
              key: user
              event: |
                event.user_login_count = ++state.login_count
                if (has(event.error)) {
                  if (!state.contains('errors')) state.errors = []
                  state.errors.add(event.error)
                }
                event.errors = state.errors
        sinks: {out: {type: file, path: "${var:DIR}/out"}}
        """
            .formatted(events));

    List<String> counts =
        List.of(
            "1,\"errors\":null",
            "1,\"errors\":null",
            "2,\"errors\":null",
            "3,\"errors\":[\"timeout\"]",
            "2,\"errors\":null",
            "1,\"errors\":null",
            "4,\"errors\":[\"timeout\"]",
            "3,\"errors\":[\"payment_failed\"]",
            "2,\"errors\":null",
            "5,\"errors\":[\"timeout\"]");
    List<String> lines = Files.readAllLines(events);
    assertThat(runs.read("out"))
        .isEqualTo(
            IntStream.range(0, lines.size())
                .mapToObj(
                    i ->
                        lines.get(i).replaceFirst("}$", "")
                            + ",\"user_login_count\":"
                            + counts.get(i)
                            + "}")
                .toList());
  }
}
