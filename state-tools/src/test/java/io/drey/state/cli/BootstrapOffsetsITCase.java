// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.ForkedBroker;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.TopicJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kafka sources start at offsets that rows give. */
@Timeout(180)
class BootstrapOffsetsITCase {
  private final TestingDrey drey = new TestingDrey();
  private final Path directory;

  BootstrapOffsetsITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @CsvSource({"hashmap, 3", "rocksdb, 1"})
  void startsASourceAtOffsets(String backend, int parallelism) throws Exception {
    ForkedBroker broker = ForkedBroker.get();
    String topic = broker.topic(List.of(3, 2, 1));

    int exit =
        bootstrap(
            "--pipeline",
            pipeline(topic).toString(),
            "--from",
            rows(
                "{'topic':'%s','partition':0,'offset':2}",
                "{'topic':'%s','partition':1,'offset':'earliest'}", topic));

    assertThat(exit).as(drey.err()).isZero();
    assertThat(drey.out())
        .startsWith("{\"operator\":\"orders\",\"state\":\"coordinator\",\"entries\":\"2\"");
    TopicJob job =
        TopicJob.run(
            List.of(topic),
            4,
            directory.resolve("out"),
            OffsetsInitializer.earliest(),
            backend,
            parallelism);
    assertThat(job.records())
        .containsExactly(topic + "-0@2", topic + "-1@0", topic + "-1@1", topic + "-2@0");
  }

  @Test
  void takesWhatOffsetsPrints() throws Exception {
    ForkedBroker broker = ForkedBroker.get();
    String topic = broker.topic(List.of(2, 1));
    TopicJob first =
        TopicJob.run(List.of(topic), 3, null, OffsetsInitializer.earliest(), "hashmap", 2);
    broker.send(topic, List.of(1, 1));
    drey.run("state", "offsets", first.savepoint().toString(), "-o", "jsonl");
    Path offsets = Files.writeString(directory.resolve("offsets.jsonl"), drey.out());
    drey.clear();

    int exit = bootstrap("--like", first.savepoint().toString(), "--from", offsets.toString());

    assertThat(exit).as(drey.err()).isZero();
    TopicJob second =
        TopicJob.run(
            List.of(topic), 2, directory.resolve("out"), OffsetsInitializer.latest(), "hashmap", 1);
    assertThat(second.records()).containsExactly(topic + "-0@2", topic + "-1@1");
  }

  @Test
  void addsASourceToASavepoint() throws Exception {
    String onto = Snapshots.CANONICAL_OF_HASHMAP.path().toString();

    int exit =
        bootstrap(
            "--pipeline",
            pipeline("orders").toString(),
            "--onto",
            onto,
            "--from",
            rows("{'topic':'orders','partition':0,'offset':2,'stop':7}", "", ""));

    assertThat(exit).as(drey.err()).isZero();
    drey.clear();
    drey.run("state", "offsets", directory.resolve("out").toString(), "-o", "csv");
    assertThat(drey.lines()).contains("orders,orders,0,2,7,unassigned,");
  }

  @Test
  void tellsOfAllRowsThatAreNone() throws Exception {
    Path rows =
        Files.writeString(
            directory.resolve("rows.jsonl"),
            """
            {"topic":"a b","partition":0,"offset":2}
            {"topic":"a","partition":-1,"offset":2}
            {"topic":"a","partition":0,"offset":"erliest"}
            {"topic":"a","partition":0,"ofset":1}
            {"topic":"a","partition":0,"offset":1}
            {"topic":"a","partition":0,"offset":1}
            {"topic":"a","partition":1}
            """);

    int exit = bootstrap("--pipeline", pipeline("a").toString(), "--from", rows.toString());

    assertThat(drey.err())
        .isEqualTo(
            """
            %1$s:1: Invalid topic: must be 1 to 249 letters of a to z, digits, '.', '_' and '-' but was a b
            %1$s:2: Invalid partition: must be a number but was -1
            %1$s:3: Invalid offset: must be the next offset, or one of committed, earliest, latest, but was erliest
            %1$s:4: Unknown member 'ofset' (did you mean 'offset'? known: topic, partition, offset, stop)
            %1$s:6: Duplicate partition: a-0 is in line 5, too
            %1$s:7: Missing offset: a source needs it
            drey: 6 invalid rows: nothing is written
            """
                .formatted(rows));
    assertThat(exit).isEqualTo(3);
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void refusesFlink1() throws Exception {
    int exit =
        bootstrap(
            "--pipeline",
            pipeline("orders").toString(),
            "--for",
            "1.20",
            "--from",
            rows("{'topic':'orders','partition':0,'offset':2}", "", ""));

    assertThat(drey.err())
        .isEqualTo(
            "drey: Cannot change operator 'orders': a Kafka source that has not run starts in Flink"
                + " 1 where the job tells it to, not where a savepoint does\n");
    assertThat(exit).isEqualTo(5);
  }

  private int bootstrap(String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("state", "bootstrap", "--operator", "orders", "-o", "jsonl"));
    arguments.addAll(List.of("--out", directory.resolve("out").toString()));
    arguments.addAll(List.of(more));
    return drey.run(arguments.toArray(String[]::new));
  }

  private String rows(String first, String second, String topic) throws Exception {
    String rows = (first + "\n" + second + "\n").replace('\'', '"').replace("%s", topic);
    return Files.writeString(directory.resolve("rows.jsonl"), rows).toString();
  }

  private Path pipeline(String topic) throws Exception {
    return Files.writeString(
        directory.resolve("pipeline.yaml"),
        """
        version: 1
        name: shop
        sources:
          orders: {type: kafka, brokers: 127.0.0.1:9092, topics: [%s], time: processing}
        sinks:
          out: {type: discard}
        settings: {parallelism: 2, max-parallelism: 16}
        """
            .formatted(topic));
  }
}
