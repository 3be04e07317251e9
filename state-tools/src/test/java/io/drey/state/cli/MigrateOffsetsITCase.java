// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.graph.JobGraph;
import io.drey.jobs.graph.RunMode;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.state.offsets.SourceOffsets;
import io.drey.state.sample.CoordinatorSavepoint;
import io.drey.state.sample.ForkedBroker;
import io.drey.state.sample.OldKafkaJob;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.TestingCluster;
import io.drey.state.sample.TopicJob;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.type.versioned.KafkaBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Offsets of Kafka sources change, and jobs start there. */
@Timeout(180)
class MigrateOffsetsITCase {
  private final TestingDrey drey = new TestingDrey();
  private final Path directory;

  MigrateOffsetsITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @CsvSource({"hashmap, 3", "rocksdb, 1"})
  void startsWhereThePlanSays(String backend, int parallelism) throws Exception {
    ForkedBroker broker = ForkedBroker.get();
    String again = broker.topic(List.of(3, 1));
    String old = broker.topic(List.of(2));
    String gone = broker.topic(List.of(2));
    TopicJob first =
        TopicJob.run(List.of(again, old, gone), 8, null, OffsetsInitializer.earliest(), backend, 2);
    String renamed = broker.topic(List.of(3));
    String added = broker.topic(List.of(1, 3));
    broker.send(again, List.of(0, 1));
    broker.send(gone, List.of(1));

    Path changed =
        migrate(
            first.savepoint(),
            "{offsets: {%1$s: {0: 1}, %4$s: {1: 1}}, rename-topic: {%2$s: %3$s}, drop: [%5$s]}"
                .formatted(again, old, renamed, added, gone),
            "--reread");

    assertThat(drey.lines())
        .contains(
            row(again, 0, "offset 3 to 1"),
            row(old, 0, "renamed to " + renamed),
            row(gone, 0, "dropped at 2"),
            row(added, 1, "added at 1"));
    TopicJob second =
        TopicJob.run(
            List.of(again, renamed, added),
            7,
            changed,
            OffsetsInitializer.latest(),
            backend,
            parallelism);
    assertThat(second.records())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    places(again, 0, 1, 3),
                    places(again, 1, 1, 2),
                    places(renamed, 0, 2, 3),
                    places(added, 0, 0, 1),
                    places(added, 1, 1, 3))
                .flatMap(List::stream)
                .toList());
    assertThat(offsets(second.savepoint()))
        .containsExactlyInAnyOrder(
            again + ",0,3", again + ",1,2", renamed + ",0,3", added + ",0,1", added + ",1,3");
  }

  @ParameterizedTest
  @CsvSource({"hashmap, 3", "rocksdb, 1"})
  void startsAPipelineThere(String backend, int parallelism) throws Exception {
    ForkedBroker broker = ForkedBroker.get();
    String old = broker.topic(List.of(0));
    broker.send(old, "{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
    broker.create(old + "-numbered", 1);
    String renamed = broker.create(old + "-renamed", 1);
    broker.send(renamed, "{\"n\":10}", "{\"n\":20}", "{\"n\":30}", "{\"n\":40}");
    broker.create(renamed + "-numbered", 1);
    Path saved = readOn(old, "3", "hashmap", 2, Map.of());

    Path changed =
        migrate(
            saved, "{offsets: {%1$s: {0: 1}}, rename-topic: {%1$s: %2$s}}".formatted(old, renamed));

    assertThat(drey.lines()).contains(row(old, 0, "\"renamed to " + renamed + ", offset 3 to 1\""));
    readOn(
        renamed,
        "4",
        backend,
        parallelism,
        Map.of("execution.state-recovery.path", changed.toString()));
    assertThat(broker.committed(renamed + "-numbered"))
        .containsExactly("{\"n\":20,\"nth\":4}", "{\"n\":30,\"nth\":5}", "{\"n\":40,\"nth\":6}");
  }

  /** A pipeline numbers the records of a topic up to an offset; returns a savepoint. */
  private Path readOn(
      String topic, String offset, String backend, int parallelism, Map<String, String> more)
      throws Exception {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("state.backend.type", backend);
    Loaded loaded = PipelineFile.load(pipeline(topic, parallelism), Map.of());
    return TestingCluster.savepointOnce(
        savepoint ->
            SourceOffsets.of(SnapshotFiles.at(savepoint.toString())).offsets().stream()
                .anyMatch(split -> offset.equals(split.offset())),
        settings,
        environment ->
            JobGraph.build(
                environment,
                Objects.requireNonNull(loaded.pipeline()),
                Objects.requireNonNull(loaded.wiring()),
                new RunMode(false, !more.isEmpty())),
        directory.resolve("savepoints"));
  }

  private Path pipeline(String topic, int parallelism) throws Exception {
    return Files.writeString(
        directory.resolve(topic + ".yaml"),
        """
        version: 1
        name: numbers
        sources:
          orders: {type: kafka, brokers: "%1$s", topics: [%2$s], time: processing}
        steps:
          - id: nth
            sequence: {field: nth}
        sinks:
          out: {type: kafka, brokers: "%1$s", topic: %2$s-numbered, delivery: at-least-once}
        settings: {parallelism: %3$d, max-parallelism: 16}
        """
            .formatted(ForkedBroker.get().address(), topic, parallelism));
  }

  @Test
  void readsADroppedTopicAgainThatStaysSubscribed() throws Exception {
    ForkedBroker broker = ForkedBroker.get();
    String topic = broker.topic(List.of(2));
    TopicJob first =
        TopicJob.run(List.of(topic), 2, null, OffsetsInitializer.earliest(), "hashmap", 1);

    int refused = run(first.savepoint(), "{drop: [" + topic + "]}");

    assertThat(refused).isEqualTo(5);
    assertThat(drey.err())
        .isEqualTo(
            ("drey: Cannot change operator 'orders': if it still subscribes to topic '%s', it reads"
                    + " that from earliest again: --reread allows it\n")
                .formatted(topic));
    Path changed = migrate(first.savepoint(), "{drop: [" + topic + "]}", "--reread");
    TopicJob second =
        TopicJob.run(List.of(topic), 2, changed, OffsetsInitializer.latest(), "hashmap", 1);
    assertThat(second.records()).isEqualTo(places(topic, 0, 0, 2));
  }

  @Test
  void startsASourceOfFlink120() throws Exception {
    ForkedBroker broker = ForkedBroker.get();
    String topic = broker.topic(List.of(3, 1));
    Path saved = OldKafkaJob.savepoint(broker.address(), topic, 4);
    String added = broker.topic(List.of(1, 3));

    Path changed = migrate(saved, "{offsets: {%s: {0: 2}, %s: {1: 2}}}".formatted(topic, added));
    TopicJob second =
        TopicJob.run(List.of(topic, added), 3, changed, OffsetsInitializer.latest(), "hashmap", 2);

    assertThat(second.records())
        .containsExactlyInAnyOrder(topic + "-0@2", added + "-0@0", added + "-1@2");
  }

  @Test
  void startsASourceOnFlink120() throws Exception {
    ForkedBroker broker = ForkedBroker.get();
    String topic = broker.topic(List.of(3, 1));
    Path saved = OldKafkaJob.savepoint(broker.address(), topic, 4);
    String added = broker.topic(List.of(1, 3));

    Path changed = migrate(saved, "{offsets: {%s: {0: 0}, %s: {1: 2}}}".formatted(topic, added));
    Path later = OldKafkaJob.savepointFrom(changed, broker.address(), topic, 4);

    assertThat(offsets(later))
        .containsExactlyInAnyOrder(topic + ",0,3", topic + ",1,1", added + ",1,3");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void changesEnumeratorsOfAllVersions(int version) throws Exception {
    Path saved = enumerator(version);

    Path changed = migrate(saved, "{rename-topic: {orders: orders-v2}}");

    List<String> before = offsets(saved);
    assertThat(before).isNotEmpty();
    assertThat(offsets(changed))
        .containsExactlyElementsOf(
            before.stream().map(row -> row.replace("orders,", "orders-v2,")).toList());
  }

  @Test
  void changesWhatNoReaderHas() throws Exception {
    Path saved = enumerator(3);

    Path changed = migrate(saved, "{offsets: {orders: {1: 8, 2: committed}}}");

    assertThat(drey.out())
        .isEqualTo(
            """
            operator,state,change,entries,new entries,new bytes
            orders,topic orders-1,offset 7 to 8,,,
            orders,topic orders-2,offset earliest to committed,,,
            """);
    drey.clear();
    drey.run("state", "offsets", changed.toString(), "-o", "csv");
    assertThat(drey.out())
        .isEqualTo(
            """
            operator,topic,partition,offset,stop,status,subtask
            orders,orders,1,8,9,unassigned,
            orders,orders,2,committed,,unassigned,
            """);
  }

  @Test
  void tellsAllThatDoesNotFit() throws Exception {
    int exit =
        run(
            enumerator(3),
            "{offsets: {orders: {1: 10, 5: 3}}, rename-topic: {ordres: b}, drop: [payments]}");

    assertThat(drey.err())
        .isEqualTo(
            """
            %1$s:3:30: operators.orders.kafka.offsets: Cannot start orders-1 at an offset: it is read until 9, but was given 10
            %1$s:3:30: operators.orders.kafka.offsets: Cannot start orders-5 at an offset: the source reads other partitions to an end, and this one would have none
            %1$s:3:69: operators.orders.kafka.rename-topic: Unknown topic 'ordres' (did you mean 'orders'? known: orders)
            %1$s:3:88: operators.orders.kafka: Unknown topic 'payments' (known: orders)
            """
                .formatted(directory.resolve("plan.yaml")));
    assertThat(exit).isEqualTo(5);
  }

  @Test
  void refusesTwoTopicsThatBecomeOne() throws Exception {
    int exit = run(enumerator(3), "{offsets: {b: {2: 0}}, rename-topic: {orders: b}}");

    assertThat(drey.err())
        .contains("Cannot rename topic 'orders' to 'b': partition b-2 would be there twice");
    assertThat(exit).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | {offsets: {orders: {1: 3}}} | no reader has it any more",
        "2 | {offsets: {orders: {2: 3}}} | its enumerator keeps no offsets (version 2",
        "2 | {offsets: {other: {0: 3}}} | its enumerator keeps no offsets (version 2"
      })
  void refusesWhatOlderEnumeratorsCannotKeep(int version, String kafka, String reason)
      throws Exception {
    int exit = run(enumerator(version), kafka);

    assertThat(drey.err()).contains(reason);
    assertThat(exit).isEqualTo(5);
  }

  @Test
  void refusesSourcesOfSeveralClusters() throws Exception {
    Path saved = CoordinatorSavepoint.write(saved(), 2, KafkaBytes.clusters(2));

    int exit = run(saved, "{offsets: {orders: {1: 3}}}");

    assertThat(drey.err())
        .contains(
            "Cannot change offsets of 'orders': its enumerator is not that of a source of topics of"
                + " one Kafka cluster");
    assertThat(exit).isEqualTo(5);
  }

  @Test
  void refusesWhatIsNoKafkaSource() throws Exception {
    Path saved = Snapshots.CANONICAL_OF_HASHMAP.path();
    Path renamed = directory.resolve("renamed");
    String consumer = "topic-partition-offset-states";
    String offsets = "{kafka: {offsets: {orders: {1: 3}}}}";

    int exit = change(saved, "subtask-states", offsets);
    assertThat(drey.err())
        .endsWith(
            ": Cannot change offsets of 'subtask-states': it is no source: it has no enumerator\n");
    assertThat(exit).isEqualTo(5);

    String rename = "{states: {offsets: {rename-to: " + consumer + "}}}";
    change(saved, "subtask-states", rename, "--execute", "--out", renamed.toString());
    change(renamed, "subtask-states", offsets);
    assertThat(drey.err())
        .endsWith(
            ": Cannot change offsets of 'subtask-states': FlinkKafkaConsumer keeps its offsets in a"
                + " format that is not changed\n");
  }

  private Path saved() throws Exception {
    return Files.createDirectories(directory.resolve("saved"));
  }

  private Path enumerator(int version) throws Exception {
    return CoordinatorSavepoint.write(saved(), version, KafkaBytes.enumerator(version));
  }

  private static String row(String topic, int partition, String change) {
    return "orders,topic %s-%d,%s,,,".formatted(topic, partition, change);
  }

  private static List<String> places(String topic, int partition, int from, int to) {
    List<String> places = new ArrayList<>();
    for (int offset = from; offset < to; offset++) {
      places.add("%s-%d@%d".formatted(topic, partition, offset));
    }
    return places;
  }

  /** The topics, partitions and offsets of a savepoint. */
  private List<String> offsets(Path savepoint) {
    drey.clear();
    drey.run("state", "offsets", savepoint.toString(), "-o", "csv");
    return drey.lines().stream()
        .skip(1)
        .map(row -> row.replaceFirst("[^,]*,([^,]*,[^,]*,[^,]*),.*", "$1"))
        .toList();
  }

  private Path migrate(Path savepoint, String kafka, String... more) throws Exception {
    Path out = directory.resolve("changed-" + System.nanoTime());
    List<String> options = new ArrayList<>(List.of(more));
    options.addAll(List.of("--execute", "--out", out.toString()));
    int exit = run(savepoint, kafka, options.toArray(String[]::new));
    assertThat(exit).as(drey.err()).isZero();
    return out;
  }

  private int run(Path savepoint, String kafka, String... more) throws Exception {
    return change(savepoint, source(savepoint), "{kafka: %s}".formatted(kafka), more);
  }

  private int change(Path savepoint, String operator, String steps, String... more)
      throws Exception {
    Path plan = directory.resolve("plan.yaml");
    Files.writeString(plan, "version: 1\noperators:\n  %s: %s\n".formatted(operator, steps));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("state", "migrate", savepoint.toString(), "-o", "csv"));
    arguments.addAll(List.of("--plan", plan.toString()));
    arguments.addAll(List.of(more));
    drey.clear();
    return drey.run(arguments.toArray(String[]::new));
  }

  /** Flink 1.20 stores only the hash of a uid. */
  private String source(Path savepoint) {
    drey.clear();
    drey.run("state", "offsets", savepoint.toString(), "-o", "csv");
    return drey.lines().stream()
        .skip(1)
        .map(row -> row.substring(0, row.indexOf(',')))
        .findFirst()
        .orElseThrow();
  }
}
