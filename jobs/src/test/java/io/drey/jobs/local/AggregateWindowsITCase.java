// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Overlapping windows and spans, as a pipeline writes them. */
@Timeout(120)
class AggregateWindowsITCase {
  private static final String PIPELINE =
      """
      version: 1
      name: measured
      sources: {in: {type: file, path: "${var:DIR}/in"%s}}
      steps: [{id: measured, aggregate: {%s, measures: {n: {count: '*'}, sum: {sum: v}, vs: {collect: v}}}}]
      sinks:
        out: {type: file, path: "${var:DIR}/out", mode: create}
        late: {type: file, path: "${var:DIR}/late", from: measured.%s, mode: create}
      settings: {parallelism: 3}
      """;

  private static final String TIMED = ", time: {field: at, out-of-orderness: 1m}";

  private final TestingRun runs;

  AggregateWindowsITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void overlapBySlide() throws Exception {
    runs.write(
        "in/timed.jsonl",
        List.of(
            event("a", "00", 1), event("a", "19", 2), event("b", "10", 4), event("a", "50", 8)));

    runs.run(PIPELINE.formatted(TIMED, "by: k, every: 20s, slide: 10s", "late"));

    assertThat(runs.read("out"))
        .containsExactlyInAnyOrder(
            "{\"k\":\"a\",\"start\":\"2024-01-15T09:59:50.000Z\",\"end\":\"2024-01-15T10:00:10.000Z\","
                + "\"n\":1,\"sum\":1,\"vs\":[1]}",
            "{\"k\":\"a\",\"start\":\"2024-01-15T10:00:00.000Z\",\"end\":\"2024-01-15T10:00:20.000Z\","
                + "\"n\":2,\"sum\":3,\"vs\":[1,2]}",
            "{\"k\":\"b\",\"start\":\"2024-01-15T10:00:00.000Z\",\"end\":\"2024-01-15T10:00:20.000Z\","
                + "\"n\":1,\"sum\":4,\"vs\":[4]}",
            "{\"k\":\"a\",\"start\":\"2024-01-15T10:00:10.000Z\",\"end\":\"2024-01-15T10:00:30.000Z\","
                + "\"n\":1,\"sum\":2,\"vs\":[2]}",
            "{\"k\":\"b\",\"start\":\"2024-01-15T10:00:10.000Z\",\"end\":\"2024-01-15T10:00:30.000Z\","
                + "\"n\":1,\"sum\":4,\"vs\":[4]}",
            "{\"k\":\"a\",\"start\":\"2024-01-15T10:00:40.000Z\",\"end\":\"2024-01-15T10:01:00.000Z\","
                + "\"n\":1,\"sum\":8,\"vs\":[8]}",
            "{\"k\":\"a\",\"start\":\"2024-01-15T10:00:50.000Z\",\"end\":\"2024-01-15T10:01:10.000Z\","
                + "\"n\":1,\"sum\":8,\"vs\":[8]}");
  }

  @Test
  void endAfterSoManyEventsOfTheGroup() throws Exception {
    runs.write(
        "in/timed.jsonl",
        List.of(
            event("a", "05", 1), event("b", "06", 9), event("a", "01", 2), event("a", "07", 4)));

    runs.run(PIPELINE.formatted(TIMED, "by: k, size: 2", "invalid"));

    assertThat(runs.read("out"))
        .containsExactlyInAnyOrder(
            "{\"k\":\"a\",\"start\":\"2024-01-15T10:00:01.000Z\",\"end\":\"2024-01-15T10:00:05.000Z\","
                + "\"n\":2,\"sum\":3,\"vs\":[2,1]}",
            "{\"k\":\"a\",\"start\":\"2024-01-15T10:00:07.000Z\",\"end\":\"2024-01-15T10:00:07.000Z\","
                + "\"n\":1,\"sum\":4,\"vs\":[4]}",
            "{\"k\":\"b\",\"start\":\"2024-01-15T10:00:06.000Z\",\"end\":\"2024-01-15T10:00:06.000Z\","
                + "\"n\":1,\"sum\":9,\"vs\":[9]}");
  }

  @Test
  void endBeforeAChangeAndNeedNoTime() throws Exception {
    runs.write(
        "in/values.jsonl",
        List.of(
            "{\"s\":1,\"v\":1}",
            "{\"s\":1.0,\"v\":2}",
            "{\"s\":\"1\",\"v\":3}",
            "{\"v\":4}",
            "{\"s\":null,\"v\":5}",
            "{\"s\":{\"x\":1},\"v\":6}",
            "{\"s\":{\"x\":1},\"v\":7}",
            "{\"s\":[],\"v\":8}",
            "{\"s\":1,\"v\":9}"));

    runs.run(PIPELINE.formatted("", "changes: s", "invalid"));

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"s\":1,\"n\":2,\"sum\":3,\"vs\":[1,2]}",
            "{\"s\":\"1\",\"n\":1,\"sum\":3,\"vs\":[3]}",
            "{\"s\":null,\"n\":2,\"sum\":9,\"vs\":[4,5]}",
            "{\"s\":{\"x\":1},\"n\":2,\"sum\":13,\"vs\":[6,7]}",
            "{\"s\":[],\"n\":1,\"sum\":8,\"vs\":[8]}",
            "{\"s\":1,\"n\":1,\"sum\":9,\"vs\":[9]}");
  }

  @Test
  void sortTheirEventsWhereTheyAreTold() throws Exception {
    runs.write(
        "in/timed.jsonl",
        List.of(
            event("a", "05", 1),
            event("b", "01", 2),
            event("a", "07", 4),
            event("b", "09", 8),
            event("a", "59", 16)));

    runs.run(
        PIPELINE.formatted(
            ", time: {field: at, out-of-orderness: 10s}", "changes: k, order: event-time", "late"));

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"k\":\"b\",\"start\":\"2024-01-15T10:00:01.000Z\",\"end\":\"2024-01-15T10:00:01.000Z\","
                + "\"n\":1,\"sum\":2,\"vs\":[2]}",
            "{\"k\":\"a\",\"start\":\"2024-01-15T10:00:05.000Z\",\"end\":\"2024-01-15T10:00:07.000Z\","
                + "\"n\":2,\"sum\":5,\"vs\":[1,4]}",
            "{\"k\":\"b\",\"start\":\"2024-01-15T10:00:09.000Z\",\"end\":\"2024-01-15T10:00:09.000Z\","
                + "\"n\":1,\"sum\":8,\"vs\":[8]}",
            "{\"k\":\"a\",\"start\":\"2024-01-15T10:00:59.000Z\",\"end\":\"2024-01-15T10:00:59.000Z\","
                + "\"n\":1,\"sum\":16,\"vs\":[16]}");
  }

  private static String event(String key, String second, int value) {
    return "{\"at\":\"2024-01-15T10:00:%sZ\",\"k\":\"%s\",\"v\":%d}".formatted(second, key, value);
  }
}
