// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** State machines of pipeline files: what their outputs hold, and what a savepoint keeps. */
@Timeout(120)
class StateMachineITCase {
  private final TestingRun runs;

  StateMachineITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void writesStatesViolationsAndTimeouts() throws Exception {
    runs.write(
        "in/1.jsonl",
        List.of(
            "{\"at\":0,\"g\":{\"id\":7.0},\"n\":\"a\",\"s\":1}",
            "{\"at\":1,\"g\":{\"id\":7},\"n\":\"a\",\"s\":2,\"wrong\":0}",
            "{\"at\":2,\"g\":{\"id\":7},\"n\":\"a\"}",
            "{\"at\":20,\"g\":{\"id\":7},\"n\":\"a\",\"t\":\"ping\"}",
            "{\"at\":21,\"g\":{\"id\":7},\"n\":\"a\",\"s\":true}"));

    runs.run(
        pipeline(
            """
            key: [g.id, n]
            symbol: {expression: event.s ?? event.t}
            initial: LOCKED
            transitions:
              LOCKED: {1: 'a "gate"', true: LOCKED}
              'a "gate"': {}
            ignore: [ping]
            timeouts: {'*': {after: 10s, to: LOCKED}}
            state-field: gate
            error-field: wrong
            """,
            1));

    String violation =
        "{\"at\":1,\"g\":{\"id\":7},\"n\":\"a\",\"s\":2,\"wrong\":true,"
            + "\"gate\":\"a \\\"gate\\\"\",\"expected\":[]}";
    assertThat(runs.read("out"))
        .containsExactly(
            "{\"at\":0,\"g\":{\"id\":7.0},\"n\":\"a\",\"s\":1,\"gate\":\"a \\\"gate\\\"\"}",
            violation,
            "{\"at\":20,\"g\":{\"id\":7},\"n\":\"a\",\"t\":\"ping\",\"gate\":\"LOCKED\"}",
            "{\"at\":21,\"g\":{\"id\":7},\"n\":\"a\",\"s\":true,\"gate\":\"LOCKED\"}");
    assertThat(runs.read("violations")).containsExactly(violation);
    assertThat(runs.read("timeouts"))
        .containsExactly(
            "{\"g.id\":7,\"n\":\"a\",\"from\":\"a \\\"gate\\\"\",\"to\":\"LOCKED\","
                + "\"at\":\"1970-01-01T00:00:10.000Z\",\"reason\":\"timeout\"}");
    assertThat(runs.read("invalid"))
        .containsExactly(
            "{\"at\":2,\"g\":{\"id\":7},\"n\":\"a\","
                + "\"error\":\"Missing symbol: the expression is null\"}");
  }

  @Test
  void readsItsSymbolFromAField() throws Exception {
    runs.write(
        "in/1.jsonl",
        List.of(
            "{\"at\":0,\"k\":1,\"e\":{\"code\":200}}",
            "{\"at\":1,\"k\":1,\"e\":{\"code\":null}}",
            "{\"at\":2,\"k\":1,\"e\":{\"code\":\"\\u0032\\u0030\\u0030\"}}"));

    runs.run(
        pipeline(
            """
            key: k
            symbol: e.code
            initial: A
            transitions: {A: {200: B}, B: {200: C}, C: {x: A}}
            """,
            1));

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"at\":0,\"k\":1,\"e\":{\"code\":200},\"connection_state\":\"B\"}",
            "{\"at\":2,\"k\":1,\"e\":{\"code\":\"\\u0032\\u0030\\u0030\"},"
                + "\"connection_state\":\"C\"}");
    assertThat(runs.read("invalid"))
        .containsExactly(
            "{\"at\":1,\"k\":1,\"e\":{\"code\":null},\"error\":\"Missing symbol 'e.code'\"}");
  }

  @Test
  void goesOnFromASavepointAtAnotherParallelismWithAStateAdded() throws Exception {
    String before =
        """
        key: k
        symbol: e
        initial: CLOSED
        transitions:
          CLOSED: {SYN: OPENING}
          OPENING: {ACK: OPEN}
          OPEN: {FIN: DONE}
        terminal: [DONE]
        timeouts: {OPENING: {after: 10s, to: DONE}}
        """;
    String after =
        before.replace("CLOSED: {SYN: OPENING}", "CLOSED: {SYN: NEW}\n  NEW: {ACK: OPENING}");
    List<String> done = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    for (int key = 0; key < 20; key++) {
      first.add(event(0, key, "SYN"));
      if (key % 2 == 0) {
        second.add(second.size() / 2, event(9, key, "ACK"));
        second.add(event(20, key, "FIN"));
        done.add(event(20, key, "FIN").replace("}", ",\"connection_state\":\"DONE\"}"));
      } else {
        lost.add(
            "{\"k\":%d,\"from\":\"OPENING\",\"to\":\"DONE\",".formatted(key)
                + "\"at\":\"1970-01-01T00:00:10.000Z\",\"reason\":\"timeout\"}");
      }
    }

    runs.write("in/1.jsonl", first);
    String savepoint = runs.keepOpen(pipeline(before, 1));
    runs.write("in/2.jsonl", second);
    runs.continueFrom(savepoint, pipeline(after, 4).replace("overwrite", "append"));

    assertThat(runs.read("out").stream().filter(event -> event.contains("DONE")))
        .containsExactlyInAnyOrderElementsOf(done);
    assertThat(runs.read("timeouts")).containsExactlyInAnyOrderElementsOf(lost);
    assertThat(runs.read("violations")).isEmpty();
  }

  private static String event(int at, int key, String symbol) {
    return "{\"at\":%d,\"k\":%d,\"e\":\"%s\"}".formatted(at, key, symbol);
  }

  private static String pipeline(String options, int parallelism) {
    return """
        version: 1
        name: machine
        sources: {in: {type: file, path: "${var:DIR}/in", time: {field: at, unit: s}}}
        steps:
          - id: follow
            state-machine:
        %s
        sinks:
          out: {type: file, path: "${var:DIR}/out", mode: overwrite}
          bad: {type: file, path: "${var:DIR}/violations", mode: overwrite, from: follow.violations}
          old: {type: file, path: "${var:DIR}/timeouts", mode: overwrite, from: follow.timeouts}
          odd: {type: file, path: "${var:DIR}/invalid", mode: overwrite, from: follow.invalid}
        settings: {parallelism: %d}
        """
        .formatted(options.indent(6).stripTrailing(), parallelism);
  }
}
