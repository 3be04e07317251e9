// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.CoordinatorSavepoint;
import io.drey.state.sample.ForkedBroker;
import io.drey.state.sample.KafkaJob;
import io.drey.state.sample.OldKafkaJob;
import io.drey.state.snapshot.type.versioned.KafkaBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class OffsetsITCase {
  private static final List<Integer> RECORDS_OF_PARTITIONS = List.of(2, 1, 0);
  private static final int RECORDS = 3;

  private final TestingDrey drey = new TestingDrey();
  private final Path directory;

  OffsetsITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void printsOffsetsOfPartitions(boolean isOld) throws Exception {
    ForkedBroker broker = ForkedBroker.get();
    String topic = broker.topic(RECORDS_OF_PARTITIONS);
    broker.create(topic + "-copy", 1);

    Path savepoint =
        isOld
            ? OldKafkaJob.savepoint(broker.address(), topic, RECORDS)
            : KafkaJob.savepoint(broker.address(), topic, RECORDS);
    String source = isOld ? operator(savepoint) : "orders";
    drey.clear();
    int exit = drey.run("state", "offsets", savepoint.toString(), "-o", "jsonl");

    assertThat(drey.err()).isEmpty();
    assertThat(exit).isZero();
    assertThat(drey.lines())
        .extracting(row -> row.replaceFirst(",\"subtask\":\\d", ""))
        .containsExactly(
            row(source, topic, 0, "2"), row(source, topic, 1, "1"), row(source, topic, 2, "0"));
  }

  /** Flink 1.20 stores only the hash of a uid. */
  private String operator(Path savepoint) {
    drey.run("state", "ls", savepoint.toString(), "-o", "jsonl");
    return drey.lines().stream()
        .filter(line -> line.contains("SourceReaderState"))
        .map(line -> line.replaceFirst(".*\"hash\":\"(\\w+)\".*", "$1"))
        .findFirst()
        .orElseThrow();
  }

  private static String row(String source, String topic, int partition, String offset) {
    return ("{'operator':'%s','topic':'%s','partition':%d,"
            + "'offset':%s,'stop':null,'status':'reading'}")
        .replace('\'', '"')
        .formatted(source, topic, partition, offset.equals("0") ? "\"earliest\"" : offset);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void printsWhatEnumeratorsOfAllVersionsKeep(int version) throws Exception {
    Path savepoint = CoordinatorSavepoint.write(directory, version, KafkaBytes.enumerator(version));

    int exit = drey.run("state", "offsets", savepoint.toString(), "-o", "table");

    assertThat(exit).isZero();
    assertThat(drey.out())
        .isEqualTo(
            switch (version) {
              case 0 ->
                  """
                  operator  topic   partition  offset  stop  status    subtask
                  orders    orders  1          7       9     assigned
                  """;
              case 1 ->
                  """
                  operator  topic   partition  offset  stop  status    subtask
                  orders    orders  1                        assigned
                  """;
              case 2 ->
                  """
                  operator  topic   partition  offset  stop  status      subtask
                  orders    orders  1                        assigned
                  orders    orders  2                        unassigned
                  """;
              default ->
                  """
                  operator  topic   partition  offset    stop  status      subtask
                  orders    orders  1          7         9     assigned
                  orders    orders  2          earliest        unassigned
                  """;
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void printsWhatEnumeratorsOfSeveralClustersKeep(int version) throws Exception {
    Path savepoint = CoordinatorSavepoint.write(directory, version, KafkaBytes.clusters(version));

    int exit = drey.run("state", "offsets", savepoint.toString(), "-o", "table");

    assertThat(exit).isZero();
    assertThat(drey.out())
        .isEqualTo(
            """
            operator  cluster  topic   partition  offset    stop  status      subtask
            orders    east     orders  1          7         9     assigned
            orders    east     orders  2          earliest        unassigned
            """);
  }

  @Test
  void printsAllFormats() throws Exception {
    String savepoint =
        CoordinatorSavepoint.write(directory, 3, KafkaBytes.enumerator(3)).toString();

    drey.run("state", "offsets", savepoint, "-o", "csv");
    drey.run("state", "offsets", savepoint, "-o", "json");

    assertThat(drey.out())
        .isEqualTo(
            """
            operator,topic,partition,offset,stop,status,subtask
            orders,orders,1,7,9,assigned,
            orders,orders,2,earliest,,unassigned,
            [{"operator":"orders","topic":"orders","partition":1,"offset":7,"stop":9,"status":"assigned"},
             {"operator":"orders","topic":"orders","partition":2,"offset":"earliest","stop":null,"status":"unassigned"}]
            """);
  }

  @Test
  void readsTheStateOfCoordinators() throws Exception {
    String savepoint =
        CoordinatorSavepoint.write(directory, 1, KafkaBytes.enumerator(1)).toString();

    drey.run("state", "read", savepoint, "--operator", "orders", "--state", "coordinator");
    drey.run("state", "show", savepoint, "-o", "csv");
    drey.run("state", "ls", savepoint, "-o", "csv");

    assertThat(drey.out())
        .isEqualTo(
            """
            {"operator":"orders","state":"coordinator","value":{"version":1,"splits":[{"topic":"orders","partition":1}]}}
            operator,state,kind,entries,bytes,key groups,fullest,largest key,ttl,serializer,key type,value type
            orders,coordinator,coordinator,1,28,,,,,OperatorCoordinator,,Byte[]
            operator,name,parallelism,max parallelism,states,bytes
            orders,Source: orders,2,16,coordinator,28
            """);
  }

  @Test
  void warnsOfSourcesThatAreNotKnown() throws Exception {
    Path savepoint = CoordinatorSavepoint.write(directory, 99, new byte[] {1, 2, 3});

    int exit = drey.run("state", "offsets", savepoint.toString(), "--strict");

    assertThat(drey.out()).isEmpty();
    assertThat(drey.err())
        .isEqualTo(
            "drey: warning: the enumerator of 'orders' keeps its splits in a format that is not known\n");
    assertThat(exit).isEqualTo(5);
  }

  @Test
  void printsHowFarFilesWereRead() throws IOException {
    Path log = directory.resolve("events.jsonl");
    Files.writeString(log, "{\"id\":1}\n{\"id\":2}\n");
    Path pipeline = directory.resolve("pipeline.yaml");
    Files.writeString(
        pipeline,
        """
        version: 1
        name: files
        sources:
          events: {type: file, path: %s}
        sinks:
          out: {type: discard}
        """
            .formatted(log));
    Path savepoints = directory.resolve("savepoints");
    drey.run("run", pipeline.toString(), "-q", "--keep-open", "--savepoint", savepoints.toString());
    drey.clear();

    int exit = drey.run("state", "offsets", savepoints.toString(), "-o", "table");

    assertThat(drey.err()).isEmpty();
    assertThat(exit).isZero();
    assertThat(drey.lines().stream().skip(1))
        .containsExactly("events    %s  18            ended   0".formatted(log));
  }

  @Test
  void endsWithSixWhereThereIsNoSavepoint() {
    int exit = drey.run("state", "offsets", directory.toString());

    assertThat(exit).isEqualTo(6);
    assertThat(drey.err())
        .isEqualTo(
            "drey: Cannot read "
                + directory
                + "/_metadata: no such file (not the directory of a savepoint or checkpoint)\n");
  }

  @Test
  void readsWhatSinksKeep() throws Exception {
    ForkedBroker broker = ForkedBroker.get();
    String topic = broker.topic(RECORDS_OF_PARTITIONS);
    broker.create(topic + "-copy", 1);

    Path savepoint = KafkaJob.savepoint(broker.address(), topic, RECORDS);
    drey.run("state", "read", savepoint.toString(), "--operator", "copy");

    assertThat(drey.lines())
        .allMatch(line -> line.contains("\"transactional_id_prefix\":\"copy-of-" + topic + "\""))
        .hasSize(2);
  }
}
