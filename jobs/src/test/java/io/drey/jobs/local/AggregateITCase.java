// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a job with an aggregate writes. */
@Timeout(120)
class AggregateITCase {
  private static final String PIPELINE =
      """
      version: 1
      name: measured
      sources: {in: {type: file, path: "${var:DIR}/in"%s}}
      steps: [{id: measured, aggregate: %s}]
      sinks:
        out: {type: file, path: "${var:DIR}/out", mode: create}
        invalid: {type: file, path: "${var:DIR}/invalid", from: measured.invalid, mode: create}
      settings: {parallelism: %d}
      """;

  private final TestingRun runs;

  AggregateITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void countsTheLevelsOfTheRecipe() throws Exception {
    Path log = TestingShared.file("cases/recipes/simple_json.jsonl");
    runs.write("in/log.jsonl", Files.readAllLines(log));

    runs.run(atTheEnd("{measures: {levels: {freq: level}}}"));

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"levels\":{\"CRITICAL\":1,\"DEBUG\":4,\"ERROR\":3,\"INFO\":9,\"WARN\":3}}");
  }

  @Test
  void measuresOnlyWhatMeetsItsCondition() throws Exception {
    runs.write(
        "in/requests.jsonl",
        List.of(
            "{\"status\":200,\"ms\":10,\"user\":\"a\"}",
            "{\"status\":500,\"ms\":20,\"user\":\"b\"}",
            "{\"status\":404,\"ms\":40}",
            "{\"status\":500,\"ms\":80}"));

    runs.run(
        atTheEnd(
            """
            {measures: {
              n: {count: '*'}, errors: {count: '*', where: event.status >= 500},
              known: {count: {of: user, where: event.status >= 500}},
              failed: {count: {where: event.status >= 400}},
              slow: {count: {where: event.ms > 10}, where: event.ms < 80},
              sum: {sum: ms, where: event.status == 500}, least: {min: ms, where: event.user == null},
              codes: {freq: status, where: event.ms > 10}, none: {max: ms, where: event.x}
            }}"""));

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"n\":4,\"errors\":2,\"known\":1,\"failed\":3,\"slow\":2,\"sum\":100,\"least\":40,"
                + "\"codes\":{\"404\":1,\"500\":2},\"none\":null}");
  }

  @Test
  void tellsValuesOfAllTypesApart() throws Exception {
    runs.write(
        "in/values.jsonl",
        List.of(
            "{\"v\":1.0,\"z\":0}",
            "{\"v\":\"1\"}",
            "{\"v\":1}",
            "{\"v\":10}",
            "{\"v\":true}",
            "{\"v\":null}",
            "{\"v\":[1]}",
            "{}",
            "{\"v\":\"a\\\"\\u00e9\"}"));

    runs.run(
        atTheEnd(
            """
            {measures: {
              n: {count: '*'}, have: {count: v}, sum: {sum: v}, avg: {avg: v}, min: {min: v},
              max: {max: v}, unique: {unique: v}, about: {cardinality: v}, freq: {freq: v},
              top: {top: {of: v, n: 2}}, bottom: {bottom: {of: v, n: 1}},
              ranks: {percentiles: {of: z, at: [0, 99.9]}}, none: {percentiles: w}, empty: {sum: w}
            }}"""));

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"n\":9,\"have\":7,\"sum\":12,\"avg\":4,\"min\":1,\"max\":10,"
                + "\"unique\":[1,10,true,\"1\",\"a\\\"é\"],\"about\":5,"
                + "\"freq\":{\"1\":3,\"10\":1,\"true\":1,\"a\\\"é\":1},"
                + "\"top\":[{\"value\":1,\"count\":2},{\"value\":10,\"count\":1}],"
                + "\"bottom\":[{\"value\":10,\"count\":1}],"
                + "\"ranks\":{\"p0\":0,\"p99.9\":0},\"none\":null,\"empty\":null}");
  }

  @Test
  void writesTheGroupAndItsWindow() throws Exception {
    runs.write(
        "in/timed.jsonl",
        List.of(
            "{\"at\":\"2024-01-15T10:00:59.999Z\",\"shop\":{\"id\":7.0},\"price\":0.10}",
            "{\"at\":\"2024-01-15T10:02:00Z\",\"shop\":{\"id\":7},\"price\":0.2}",
            "{\"at\":\"2024-01-15T10:00:00Z\",\"shop\":{\"id\":7},\"price\":\"free\"}",
            "{\"at\":\"2024-01-15T10:02:01Z\",\"price\":1}"));

    RunReport report =
        runs.run(
            PIPELINE.formatted(
                ", time: {field: at, out-of-orderness: 5m}",
                "{by: shop.id, every: 1m, measures: {total: {sum: price}}}",
                1));

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"shop.id\":7,\"start\":\"2024-01-15T10:00:00.000Z\","
                + "\"end\":\"2024-01-15T10:01:00.000Z\",\"total\":0.1}",
            "{\"shop.id\":7,\"start\":\"2024-01-15T10:02:00.000Z\","
                + "\"end\":\"2024-01-15T10:03:00.000Z\",\"total\":0.2}");
    assertThat(runs.read("invalid"))
        .containsExactly(
            "{\"at\":\"2024-01-15T10:02:01Z\",\"price\":1,\"error\":\"Missing key 'shop.id'\"}");
    RunCounts counts = report.counts();
    assertThat(counts.sum("step", "measured", "eventsIn")).isEqualTo(3);
    assertThat(counts.sum("step", "measured", "main")).isEqualTo(2);
    assertThat(counts.sum("step", "measured", "invalidEvents")).isEqualTo(1);
  }

  @Test
  void refusesNumbersThatWouldTakeAllMemory() throws Exception {
    runs.write(
        "in/huge.jsonl", List.of("{\"v\":1e999999999}", "{\"v\":1e-999999999}", "{\"v\":2}"));

    runs.run(atTheEnd("{measures: {sum: {sum: v}, max: {max: v}, unique: {unique: v}}}"));

    assertThat(runs.read("out"))
        .containsExactly("{\"sum\":2,\"max\":2,\"unique\":[1E-999999999,2,1E999999999]}");
  }

  private static String atTheEnd(String options) {
    return PIPELINE.formatted("", options, 2);
  }
}
