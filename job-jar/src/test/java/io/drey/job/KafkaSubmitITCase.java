// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drey.job.process.Await;
import io.drey.job.process.Broker;
import io.drey.job.process.EndedProcess;
import io.drey.job.process.FlinkProcesses;
import io.drey.job.process.RunningJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From topic to topic on a cluster. */
@Tag(FlinkProcesses.TAG)
class KafkaSubmitITCase {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Flink may take the first checkpoint at once, whatever the interval, unless there is a pause.
   */
  private static final String WITHOUT_CHECKPOINTS =
      "execution.checkpointing.interval: 1 h, execution.checkpointing.min-pause: 1 h";

  private final Path directory;
  private final Broker broker;
  private final OrderTopics topics;
  private final FlinkProcesses cluster;

  KafkaSubmitITCase(@TempDir Path directory) throws Exception {
    this.directory = directory;
    this.broker = Broker.start(directory.resolve("broker"));
    this.topics = new OrderTopics(directory, broker);
    this.cluster = FlinkProcesses.shared();
  }

  @AfterEach
  void kill() throws InterruptedException {
    broker.kill();
  }

  @Test
  void writesTheSameAtAnyParallelism() throws Exception {
    topics.send(0, 4_000);
    EndedProcess here = cluster.drey("run", "-q", topics.pipeline("-here", "latest").toString());
    assertThat(here.exit()).as(here::toString).isZero();
    List<String> expected = topics.committed("numbered-here");
    assertThat(expected).hasSizeBetween(3_000, 3_992);

    for (int parallelism : new int[] {1, 4}) {
      String output = "-at-" + parallelism;
      EndedProcess submitted =
          cluster.drey(
              "submit", topics.pipeline(output, "latest").toString(), "-p", "" + parallelism);

      assertThat(submitted.exit()).as(submitted::toString).isZero();
      assertThat(new RunningJob(cluster.rest(), submitted.printed("job")).mostSubtasks())
          .isEqualTo(parallelism);
      assertThat(topics.committed("numbered" + output)).isEqualTo(expected);
      assertThat(topics.committed("unusable" + output))
          .isEqualTo(topics.committed("unusable-here"))
          .hasSize(8);
    }
  }

  /** Flink's answer on the stop says only that the job has failed. */
  @Test
  void tellsThatAStopHasLostATransaction() throws Exception {
    Path file = topics.pipeline("-lost", "none");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("key: customer}", "key: customer, transaction-timeout: 1s}")
            .replace("checkpoint: {every: 500ms}", "flink: {" + WITHOUT_CHECKPOINTS + "}"));
    RunningJob job = cluster.submit(file);
    topics.send(0, 7);
    Await.until("a transaction that has expired", () -> broker.aborted("drey.order-topics"));

    EndedProcess stop =
        cluster.drey("stop", job.id(), "--savepoint", directory.resolve("lost").toString());

    assertThat(stop.exit()).isEqualTo(1);
    assertThat(stop.err())
        .singleElement()
        .asString()
        .startsWith("drey: Failed to stop job " + job.id() + ": Cannot commit transaction '")
        .contains("of sink 'numbered': it was open for longer than transaction-timeout, or")
        .containsPattern("\\. The savepoint file:\\S+/lost/savepoint-\\S+ is complete$");
  }

  @Test
  void countsWhatItCannotUseAndGoesOnWhileItIsRescaled() throws Exception {
    RunningJob job = cluster.submit(topics.pipeline("", "none"), "-p", "1");
    topics.send(0, 7);
    topics.send("c1", unusable());
    topics.send(8, 500);
    awaitCommitted("unusable", 4);
    awaitCommitted("failed", 2);

    // the JobManager collects metrics every few seconds
    Await.until(
        "the counts of the status",
        () -> List.of(501, 4, 2).equals(counts(job, "events-in", "malformed", "invalid")));
    assertThat(counts(job, "restarts")).containsExactly(0);
    assertThat(metric(job, "source_malformed")).isEqualTo(4);
    assertThat(metric(job, "step_invalidEvents")).isEqualTo(2);
    assertThat(errors("unusable"))
        .containsExactlyInAnyOrder(
            "The record has no value (a tombstone)",
            "The value is empty",
            "Expected a value at byte 6",
            "Expected an object at byte 0");
    assertThat(errors("failed"))
        .hasSize(2)
        .allSatisfy(
            error ->
                assertThat(error)
                    .endsWith(
                        ": Invalid loops: must have at most 1000000 iterations in total but had more"));

    job.rescale(4);
    topics.send(508, 1_000);
    cluster.drey("run", "-q", topics.pipeline("-here", "latest").toString());
    List<String> expected = topics.committed("numbered-here");
    awaitCommitted("numbered", expected.size());
    assertThat(job.mostSubtasks()).isEqualTo(4);
    stop(job);
    assertThat(topics.committed("numbered")).isEqualTo(expected);
  }

  /** Four records that are no events, and two that the script cannot use. */
  private static List<@Nullable String> unusable() {
    return Arrays.asList(null, event("one"), "", "{\"id\":", "not an order", event("two"));
  }

  private static String event(String id) {
    return "{\"id\":\"%s\",\"customer\":\"c1\",\"at\":\"2024-01-15T10:00:00.070Z\"}".formatted(id);
  }

  private void awaitCommitted(String topic, int records) throws Exception {
    Await.until(records + " records of " + topic, () -> topics.committed(topic).size() >= records);
  }

  private List<String> errors(String topic) throws Exception {
    List<String> errors = new ArrayList<>();
    for (String record : topics.committed(topic)) {
      errors.add(JSON.readTree(record).path("error").asText());
    }
    return errors;
  }

  private List<Integer> counts(RunningJob job, String... columns) throws Exception {
    JsonNode status = JSON.readTree(cluster.drey("status", job.id()).out().get(0));
    return Arrays.stream(columns).map(column -> status.path(column).asInt()).toList();
  }

  /** The sum of a metric of the job over all that report it. */
  private double metric(RunningJob job, String name) throws Exception {
    return cluster
        .metrics()
        .lines()
        .filter(line -> line.startsWith("flink_taskmanager_job_task_operator_" + name + "{"))
        .filter(line -> line.contains("job_id=\"" + job.id() + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private void stop(RunningJob job) throws Exception {
    EndedProcess ended =
        cluster.drey("stop", job.id(), "--savepoint", directory.resolve("savepoints").toString());
    assertThat(ended.exit()).as(ended::toString).isZero();
  }
}
