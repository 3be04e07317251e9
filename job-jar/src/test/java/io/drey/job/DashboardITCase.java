// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drey.job.process.Await;
import io.drey.job.process.FlinkProcesses;
import io.drey.job.process.RunningJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries of the dashboard name metrics and labels that a running cluster reports. */
@Tag(FlinkProcesses.TAG)
class DashboardITCase {
  private static final Path DASHBOARD =
      Path.of(System.getProperty("drey.root"), "conf/grafana/drey.json");
  private static final Path OPERATING =
      Path.of(System.getProperty("drey.root"), "docs/operating.md");
  private static final Pattern METRIC = Pattern.compile("flink_\\w+");
  private static final Pattern GROUPING = Pattern.compile("by \\(([^)]*)\\)");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)=~?\"");

  private final Path directory;

  DashboardITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void namesWhatAClusterReports() throws Exception {
    FlinkProcesses cluster = FlinkProcesses.shared();
    RunningJob job = cluster.submit(pipeline());
    List<String> queries = queries();
    // metrics come one by one: of the job, of its tasks, and of the first checkpoint
    Await.until(
        "a checkpoint",
        () -> value(cluster.metrics(), "flink_jobmanager_job_lastCheckpointFullSize") > 0);

    String metrics = cluster.metrics();

    assertThat(queries).hasSizeGreaterThan(10);
    assertThat(queries).allSatisfy(query -> assertThat(unknown(query, metrics)).isEmpty());
    assertThat(metrics)
        .contains("step=\"first-order\"")
        .contains("source=\"all-orders\"")
        .contains("sink=\"to-files\"");
    assertThat(namesOfOperating())
        .hasSizeGreaterThan(5)
        .allSatisfy(name -> assertThat(metrics).contains("_task_operator_" + name + "{"));
    cluster.drey("stop", job.id(), "--savepoint", directory.toString());
  }

  @Test
  void findsWhatNoClusterReports() {
    String metrics = "flink_a_b{job_name=\"x\",step=\"y\",} 1.0\n";

    assertThat(
            unknown("sum by (job_name, step) (rate(flink_a_b{job_name=~\"$job\"}[1m]))", metrics))
        .isEmpty();
    assertThat(unknown("sum by (job_name) (flink_a_c)", metrics)).containsExactly("flink_a_c");
    assertThat(unknown("sum by (stage) (flink_a_b)", metrics))
        .containsExactly("stage of flink_a_b");
    assertThat(unknown("flink_a_b{jobname=\"x\"}", metrics))
        .containsExactly("jobname of flink_a_b");
  }

  /** The metrics and labels of a query that no line of the metrics has. */
  private static Set<String> unknown(String query, String metrics) {
    Set<String> labels = new TreeSet<>();
    Matcher grouping = GROUPING.matcher(query);
    while (grouping.find()) {
      labels.addAll(List.of(grouping.group(1).split(", ", -1)));
    }
    Matcher matcher = MATCHER.matcher(query);
    while (matcher.find()) {
      labels.add(matcher.group(1));
    }
    Set<String> unknown = new TreeSet<>();
    Matcher metric = METRIC.matcher(query);
    while (metric.find()) {
      String name = metric.group();
      List<String> lines = metrics.lines().filter(line -> line.startsWith(name + "{")).toList();
      if (lines.isEmpty()) {
        unknown.add(name);
        continue;
      }
      for (String label : labels) {
        if (lines.stream().noneMatch(line -> line.matches(".*[{,]" + label + "=\".*"))) {
          unknown.add(label + " of " + name);
        }
      }
    }
    return unknown;
  }

  private static double value(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .max()
        .orElse(0);
  }

  private static List<String> queries() throws IOException {
    List<String> queries = new ArrayList<>();
    for (JsonNode panel : new ObjectMapper().readTree(DASHBOARD.toFile()).path("panels")) {
      panel.path("targets").forEach(target -> queries.add(target.path("expr").asText()));
    }
    return queries;
  }

  /** What is to be watched, of Drey's own. */
  private static Set<String> namesOfOperating() throws IOException {
    return Pattern.compile("`((?:source|step|sink)_\\w+)`")
        .matcher(Files.readString(OPERATING))
        .results()
        .map(name -> name.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private Path pipeline() throws IOException {
    return Files.writeString(
        directory.resolve("orders.yaml"),
        """
        version: 1
        name: orders
        sources:
          all-orders:
            type: generate
            rate: 200
            fields: {id: "integer(1, 1000)", at: "timestamp(2024-01-01T00:00:00Z, 100ms)"}
            time: {field: at}
        steps:
          - {id: first-order, deduplicate: {key: id, ttl: 1h, order: event-time, max-keys: 5000}}
        sinks:
          to-files: {type: file, path: %s}
        settings:
          checkpoint: {every: 1s}
        """
            .formatted(directory.resolve("out")));
  }
}
