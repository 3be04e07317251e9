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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pipeline makes of requests and responses, and that it may stop between the two. */
@Timeout(120)
class CorrelateITCase {
  private static final List<String> CALLS =
      List.of(
          "{\"at\":\"2024-01-01T10:00:00.000Z\",\"is\":\"q\",\"id\":1,\"path\":\"/a\",\"n\":1.50}",
          "{\"at\":\"2024-01-01T10:00:00.010Z\",\"is\":\"a\",\"id\":1.0,\"path\":\"/b\",\"x\": 2}",
          "{\"at\":\"2024-01-01T10:00:00.020Z\",\"is\":\"q\",\"id\":2,\"path\":\"/c\",\"n\":3}",
          "{\"at\":\"2024-01-01T10:00:00.030Z\",\"is\":\"?\",\"id\":2}",
          "{\"at\":\"2024-01-01T10:00:00.040Z\",\"is\":\"q\",\"path\":\"/d\"}",
          "{\"at\":\"2024-01-01T10:00:00.050Z\",\"is\":\"a\",\"id\":3,\"x\":0}");

  private final TestingRun runs;

  CorrelateITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void copiesWhatTheResponseLacks() throws Exception {
    runs.write("in/1.jsonl", CALLS);

    runs.run(pipeline("", 2));

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"at\":\"2024-01-01T10:00:00.010Z\",\"is\":\"a\",\"id\":1.0,\"path\":\"/b\",\"x\": 2,"
                + "\"n\":1.50,\"duration_ms\":10}");
    assertThat(runs.read("unmatched"))
        .containsExactlyInAnyOrder(
            CALLS.get(2).replace("}", ",\"unmatched_reason\":\"timeout\"}"),
            CALLS.get(5).replace("}", ",\"unmatched_reason\":\"no_request\"}"));
    assertThat(runs.read("other")).containsExactly(CALLS.get(3));
    assertThat(runs.read("invalid"))
        .containsExactly(CALLS.get(4).replace("}", ",\"error\":\"Missing key 'id'\"}"));
  }

  @Test
  void putsCopiedFieldsInPlaceOfTheResponsesAndKeepsNoOthers() throws Exception {
    runs.write("in/1.jsonl", CALLS);

    runs.run(pipeline(", copy: [n, path, z], duration-field: x", 1));

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"at\":\"2024-01-01T10:00:00.010Z\",\"is\":\"a\",\"id\":1.0,\"path\":\"/a\",\"x\": 10,"
                + "\"n\":1.50}");
    assertThat(runs.read("unmatched"))
        .containsExactlyInAnyOrder(
            "{\"id\":2,\"at\":\"2024-01-01T10:00:00.020Z\",\"n\":3,\"path\":\"/c\","
                + "\"unmatched_reason\":\"timeout\"}",
            CALLS.get(5).replace("}", ",\"unmatched_reason\":\"no_request\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", copy: [path]"})
  void measuresExactlyWhatIsFinerThanMilliseconds(String options) throws Exception {
    runs.write(
        "in/1.jsonl",
        List.of(
            "{\"at\":\"2024-01-01T10:00:00.000001Z\",\"is\":\"q\",\"id\":1}",
            "{\"at\":\"2024-01-01T10:00:00.003265Z\",\"is\":\"a\",\"id\":1}",
            "{\"at\":\"2024-01-01T10:00:00.003900Z\",\"is\":\"q\",\"id\":2}",
            "{\"at\":\"2024-01-01T10:00:00.003899999Z\",\"is\":\"a\",\"id\":2}",
            "{\"at\":\"2024-01-01T10:00:00.004500Z\",\"is\":\"q\",\"id\":3}",
            "{\"at\":\"2024-01-01T10:00:00.006500Z\",\"is\":\"a\",\"id\":3}",
            "{\"at\":\"2024-01-01T10:00:00.007Z\",\"is\":\"q\",\"id\":4}",
            "{\"at\":\"2024-01-01T10:00:00.0075+00:00\",\"is\":\"a\",\"id\":4}"));

    runs.run(pipeline(options, 1));

    assertThat(runs.read("out"))
        .extracting(pair -> pair.replaceAll(".*\"id\":(.*),\"duration_ms\":(.*)}", "$1: $2"))
        .containsExactly("1: 3.264", "2: -0.000001", "3: 2", "4: 0.5");
  }

  @Test
  void goesOnAtAnotherParallelismAsIfItHadNeverStopped() throws Exception {
    String options = ", skew: 2s, repeat-request: queue";
    runs.write("in/1.jsonl", calls(0, 60));
    String first = runs.keepOpen(pipeline(options, 1));
    runs.write("in/2.jsonl", calls(60, 100));
    String second = runs.keepOpenFrom(first, pipeline(options, 4));
    runs.write("in/3.jsonl", calls(100, 150));
    runs.continueFrom(second, pipeline(options, 2));

    List<String> pairs = runs.read("out");
    List<String> unmatched = runs.read("unmatched");
    runs.run(pipeline(options, 1).replace("mode: create", "mode: overwrite"));
    assertThat(pairs).hasSizeGreaterThan(30).containsExactlyInAnyOrderElementsOf(runs.read("out"));
    assertThat(unmatched)
        .hasSize(150 - 2 * pairs.size())
        .containsExactlyInAnyOrderElementsOf(runs.read("unmatched"));
  }

  /** An event a second, seven keys in turn, two requests to a response and then the reverse. */
  private static List<String> calls(int from, int to) {
    List<String> calls = new ArrayList<>();
    for (int n = from; n < to; n++) {
      boolean request = n % 7 % 2 == 0 ? n % 3 != 2 : n % 3 == 2;
      calls.add(
          "{\"n\":%d,\"id\":%d,\"is\":\"%s\",\"at\":\"2024-01-01T10:%02d:%02dZ\"}"
              .formatted(n, n % 7, request ? "q" : "a", n / 60, n % 60));
    }
    return calls;
  }

  private static String pipeline(String options, int parallelism) {
    return """
        version: 1
        name: calls
        sources: {in: {type: file, path: "${var:DIR}/in", time: {field: at, out-of-orderness: 2s}}}
        steps:
          - id: pair
            correlate: {key: id, request: event.is == 'q', response: event.is != '?'%s}
        sinks:
          out: {type: file, path: "${var:DIR}/out", mode: create}
          unmatched: {type: file, path: "${var:DIR}/unmatched", mode: create, from: pair.unmatched}
          other: {type: file, path: "${var:DIR}/other", mode: create, from: pair.other}
          invalid: {type: file, path: "${var:DIR}/invalid", mode: create, from: pair.invalid}
        settings: {parallelism: %d}
        """
        .formatted(options, parallelism);
  }
}
