// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.CoordinatorSavepoint;
import io.drey.state.sample.ForkedBroker;
import io.drey.state.sample.KafkaJob;
import io.drey.state.snapshot.type.versioned.KafkaBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A source whose topics are not those of the savepoint. */
@Timeout(180)
class PlanTopicsITCase {
  private static final String ON = "the source no longer names it, but it is read on for ever";
  private static final String NEW = "new,\"read from earliest, wherever the source would start\",";

  private static final String FILES =
      """
      version: 1
      name: shop
      sources:
        orders: {type: file, path: in.jsonl, time: processing}
      sinks:
        out: {type: discard}
      settings: {parallelism: 2, max-parallelism: 16}
      """;

  private final TestingDrey drey = new TestingDrey();
  private final Path directory;

  PlanTopicsITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void tellsOfTopicsThatComeAndGo() throws Exception {
    int exit = plan(enumerator(), "topics: [refunds]");

    assertThat(drey.lines())
        .contains(
            "orders,topic orders,orphaned,\""
                + ON
                + "\",in a migration plan: operators: {orders:"
                + " {kafka: {drop: [orders]}}}",
            "orders,topic refunds," + NEW);
    assertThat(drey.err())
        .contains("drey: warning: 'topic orders' of 'orders' is orphaned\n")
        .contains(": Would start: ");
    assertThat(exit).isZero();
    assertThat(plan(enumerator(), "topics: [refunds]", "--strict")).isEqualTo(5);
  }

  @Test
  void saysNothingOfTopicsThatStay() throws Exception {
    assertThat(plan(enumerator(), "topics: [orders]", "--strict")).isZero();
    assertThat(plan(enumerator(), "topic-pattern: 'ord.*'", "--strict")).isZero();
    assertThat(drey.out()).doesNotContain("topic ");

    assertThat(plan(enumerator(), "topic-pattern: 'ord'", "--strict")).isEqualTo(5);
    assertThat(drey.out()).contains("orders,topic orders,orphaned,");
  }

  @Test
  void refusesASourceThatReadsFiles() throws Exception {
    String savepoint = enumerator();
    Path pipeline = Files.writeString(directory.resolve("files.yaml"), FILES);

    int exit = drey.run("state", "plan", savepoint, pipeline.toString(), "-o", "csv");

    assertThat(drey.lines())
        .contains(
            "orders,,incompatible,it read topics and now reads files,\"in a migration plan:"
                + " operators: {orders: drop}, which loses where it stands\"");
    assertThat(drey.out()).doesNotContain("topic ");
    assertThat(exit).isEqualTo(5);
  }

  @Test
  void comparesTheTopicsOfAnotherJob() throws Exception {
    ForkedBroker broker = ForkedBroker.get();
    String topic = broker.topic(List.of(1));
    broker.create(topic + "-copy", 1);
    Path staging = KafkaJob.savepoint(broker.address(), topic, 1);

    drey.run("state", "plan", enumerator(), "--with", staging.toString(), "-o", "csv");

    assertThat(drey.lines())
        .anyMatch(row -> row.startsWith("orders,topic orders,orphaned,"))
        .contains("orders,topic " + topic + "," + NEW);
  }

  @Test
  void saysWhatTheConnectorDoes() throws Exception {
    ForkedBroker broker = ForkedBroker.get();
    String old = broker.topic(List.of(2, 1));
    broker.create(old + "-copy", 1);
    Path saved = KafkaJob.savepoint(broker.address(), old, 3);
    String other = broker.topic(List.of(2));
    broker.create(other + "-copy", 1);
    broker.send(old, List.of(1, 0));

    Path later = KafkaJob.savepointFrom(saved, broker.address(), other, 3);
    drey.run("state", "offsets", later.toString(), "-o", "csv");
    assertThat(drey.lines().stream().skip(1).map(row -> row.replaceFirst("reading.*", "reading")))
        .containsExactly(
            "orders,%s,0,3,,reading".formatted(old),
            "orders,%s,1,1,,reading".formatted(old),
            "orders,%s,0,2,,reading".formatted(other));
    plan(saved.toString(), "topics: [" + other + "], start: latest");

    assertThat(drey.lines())
        .anyMatch(row -> row.startsWith("orders,topic " + old + ",orphaned,"))
        .contains("orders,topic " + other + "," + NEW);
  }

  /** A savepoint of a source that has read from one topic. */
  private String enumerator() throws Exception {
    return CoordinatorSavepoint.write(directory, 3, KafkaBytes.enumerator(3)).toString();
  }

  private int plan(String savepoint, String topics, String... more) throws Exception {
    Path pipeline =
        Files.writeString(
            directory.resolve("pipeline.yaml"),
            """
            version: 1
            name: shop
            sources:
              orders: {type: kafka, brokers: 127.0.0.1:9092, %s}
            sinks:
              out: {type: discard}
            settings: {parallelism: 2, max-parallelism: 16}
            """
                .formatted(topics));
    drey.clear();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("state", "plan", savepoint, pipeline.toString(), "-o", "csv"));
    arguments.addAll(List.of(more));
    return drey.run(arguments.toArray(String[]::new));
  }
}
