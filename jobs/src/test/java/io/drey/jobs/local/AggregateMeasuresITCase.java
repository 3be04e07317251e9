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

/** The measures of spread and choice, as a pipeline writes them. */
@Timeout(120)
class AggregateMeasuresITCase {
  private static final String PIPELINE =
      """
      version: 1
      name: measured
      sources: {in: {type: file, path: "${var:DIR}/in"%s}}
      steps: [%s{id: measured, aggregate: {%smeasures: {%s}}}]
      sinks: {out: {type: file, path: "${var:DIR}/out", mode: create}}
      settings: {parallelism: %d}
      """;

  private final TestingRun runs;

  AggregateMeasuresITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void writesEveryMeasure() throws Exception {
    runs.write(
        "in/requests.jsonl",
        List.of(
            "{\"path\":\"/a\",\"ms\":0.010,\"x\":{\"n\":1.0}}",
            "{\"path\":\"/b\",\"ms\":0.030,\"x\":[ 2 ]}",
            "{\"path\":\"/a\",\"ms\":\"none\",\"x\":null}",
            "{\"ms\":7}",
            "{\"path\":\"/c\",\"ms\":0.030}"));

    RunReport report =
        run(
            "",
            "",
            """
            took: {stats: ms, where: event.path != null}, none: {stats: absent},
            variance: {variance: ms, where: event.path != null}, stddev: {stddev: ms, where: event.ms == 7},
            slow: {top: {of: path, by: ms, n: 2}}, fast: {bottom: {of: path, by: ms}},
            slowest: {max-by: {of: path, by: ms}}, fastest: {min-by: {of: path, by: ms}},
            first: {first: x}, last: {last: x}, all: {collect: x}, two: {collect: {of: path, limit: 2}},
            nothing: {first: absent}, no-item: {max-by: {of: path, by: absent}}, empty: {collect: absent}
            """,
            1);

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"took_count\":3,\"took_sum\":0.07,\"took_min\":0.01,\"took_max\":0.03,"
                + "\"took_avg\":0.02333333333333333333333333333333333,"
                + "\"took_p50\":0.03,\"took_p95\":0.03,\"took_p99\":0.03,"
                + "\"none_count\":0,\"none_sum\":null,\"none_min\":null,\"none_max\":null,"
                + "\"none_avg\":null,\"none_p50\":null,\"none_p95\":null,\"none_p99\":null,"
                + "\"variance\":0.0001333333333333333333333333333333333,\"stddev\":null,"
                + "\"slow\":[{\"value\":\"/b\",\"score\":0.03},{\"value\":\"/c\",\"score\":0.03}],"
                + "\"fast\":[{\"value\":\"/a\",\"score\":0.01},{\"value\":\"/b\",\"score\":0.03},"
                + "{\"value\":\"/c\",\"score\":0.03}],"
                + "\"slowest\":\"/b\",\"fastest\":\"/a\","
                + "\"first\":{\"n\":1.0},\"last\":[ 2 ],\"all\":[{\"n\":1.0},[ 2 ]],"
                + "\"two\":[\"/a\",\"/b\"],\"nothing\":null,\"no-item\":null,\"empty\":[]}");
    RunCounts counts = report.counts();
    assertThat(counts.sum("step", "measured", "skippedValues-took")).isEqualTo(1);
    assertThat(counts.sum("step", "measured", "skippedValues-slowest")).isEqualTo(1);
  }

  @Test
  void goesByTheInstantAsWrittenAndThenByArrival() throws Exception {
    runs.write(
        "in/timed.jsonl",
        List.of(
            "{\"at\":\"2024-01-15T10:00:00.000200Z\",\"v\":\"b\"}",
            "{\"at\":\"2024-01-15T10:00:00.0001Z\",\"v\":\"d\"}",
            "{\"at\":\"2024-01-15T10:00:00.000200Z\",\"v\":\"a\"}",
            "{\"at\":\"2024-01-15T10:00:00.0001Z\",\"v\":\"c\"}"));

    run(
        ", time: {field: at, out-of-orderness: 1s}",
        "",
        "first: {first: v}, last: {last: v}, all: {collect: v}",
        3);

    assertThat(runs.read("out"))
        .containsExactly("{\"first\":\"d\",\"last\":\"a\",\"all\":[\"d\",\"c\",\"b\",\"a\"]}");
  }

  @Test
  void goesByValueWhereEventsComeBySeveralPaths() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      lines.add("{\"k\":" + i + ",\"at\":\"2024-01-15T10:00:00Z\",\"v\":" + (i * 7 % 50) + "}");
    }
    runs.write("in/timed.jsonl", lines);

    run(
        ", time: {field: at}",
        "{id: spread, sequence: {key: k}}, ",
        "first: {first: v}, last: {last: v}, some: {collect: {of: v, limit: 4}}",
        3);

    assertThat(runs.read("out")).containsExactly("{\"first\":0,\"last\":49,\"some\":[0,1,2,3]}");
  }

  @Test
  void holdsNumbersThatWouldTakeAllMemory() throws Exception {
    String digits = "9".repeat(1_001);
    runs.write(
        "in/huge.jsonl",
        List.of(
            "{\"p\":1,\"v\":1e999999999}",
            "{\"p\":2,\"v\":" + digits + "}",
            "{\"p\":3,\"v\":1e1000}",
            "{\"p\":4,\"v\":-1e-999999999}"));

    run("", "", "v: {stats: v}, s: {stddev: v}, m: {max-by: {of: p, by: v}}", 1);

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"v_count\":1,\"v_sum\":1E1000,\"v_min\":1E1000,\"v_max\":1E1000,\"v_avg\":1E1000,"
                + "\"v_p50\":1E1000,\"v_p95\":1E1000,\"v_p99\":1E1000,\"s\":null,\"m\":3}");
  }

  private RunReport run(String time, String before, String measures, int parallelism)
      throws Exception {
    return runs.run(PIPELINE.formatted(time, before, "", measures, parallelism));
  }
}
