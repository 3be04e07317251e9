// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static io.drey.jobs.local.KafkaPipelines.bytes;
import static io.drey.jobs.local.KafkaPipelines.event;
import static io.drey.jobs.local.KafkaPipelines.events;
import static io.drey.jobs.local.KafkaPipelines.toFiles;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.kafka.TestingBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where pipelines start and stop to read topics. */
@Tag("full")
@Timeout(120)
class KafkaOffsetsITCase {
  /** Longer than it takes a source to be found idle. */
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final TestingBroker broker = TestingBroker.get();
  private final TestingRun runs;

  KafkaOffsetsITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void readsWhatIsThereAtTheStartInOrder() throws Exception {
    String topic = broker.topic("orders", 1);
    List<String> events = events(0, 1000);
    broker.send(topic, events);

    RunReport report = runs.run(toFiles(topic, "end: latest"));

    assertThat(runs.read("out")).containsExactlyElementsOf(events);
    assertThat(report.counts().sum("source", "in", "events")).isEqualTo(1000);
    assertThat(report.counts().sum("source", "in", "bytes"))
        .isEqualTo(events.stream().mapToLong(String::length).sum());
  }

  @Test
  void readsAllPartitionsWithSeveralReaders() throws Exception {
    String topic = broker.topic("orders", 5);
    for (int i = 0; i < 100; i++) {
      broker.send(new ProducerRecord<>(topic, i % 5, null, bytes(event(i))));
    }

    runs.run(toFiles(topic, "end: latest") + "settings: {parallelism: 3}\n");

    assertThat(runs.read("out")).containsExactlyInAnyOrderElementsOf(events(0, 100));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start: {offsets: {TOPIC: {0: 2}}}, end: latest | 2 5",
        "start: earliest, end: {offsets: {TOPIC: {0: 3}}} | 0 3",
        "start: {timestamp: 1002}, end: {timestamp: 1004} | 2 4",
        "start: {timestamp: '1970-01-01T00:00:01.003Z'}, end: {timestamp: 9999} | 3 5",
        "start: {timestamp: 9999}, end: latest | 0 0",
        "start: latest, end: latest | 0 0",
        "group: g, start: {at: committed, reset: earliest}, end: latest | 0 5",
        "group: g, start: {at: committed, reset: latest}, end: latest | 0 0",
      })
  void readsFromAndTo(String range, String expected) throws Exception {
    String topic = broker.topic("ranges", 1);
    for (int i = 0; i < 5; i++) {
      broker.send(new ProducerRecord<>(topic, 0, 1000L + i, null, bytes(event(i))));
    }

    runs.run(toFiles(topic, range.replace("TOPIC", topic)));

    int[] bounds = Stream.of(expected.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    assertThat(runs.read("out")).containsExactlyElementsOf(events(bounds[0], bounds[1]));
  }

  @Test
  void continuesAtTheOffsetsThatItsGroupHasCommitted() throws Exception {
    String topic = broker.topic("starts", 1);
    broker.send(topic, events(0, 5));
    commit(topic, 2);

    runs.run(toFiles(topic, "group: " + topic + ", start: committed, end: latest"));

    assertThat(runs.read("out")).containsExactlyElementsOf(events(2, 5));
  }

  /** For tools that show the lag. */
  @Test
  void commitsOffsetsAtCheckpoints() throws Exception {
    String topic = broker.topic("lag", 1);
    broker.send(topic, events(0, 5));
    String unbounded =
        toFiles(topic, "group: " + topic) + "settings: {checkpoint: {every: 50ms}}\n";
    LocalRun run = runs.load(unbounded, RunOptions.PLAIN);
    CompletableFuture<RunReport> end = TestingRun.start(run);

    while (committed(topic) < 5 && !end.isDone()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    run.stop();

    assertThat(end.get(60, TimeUnit.SECONDS).failure()).isNull();
    assertThat(committed(topic)).isEqualTo(5);
  }

  @Test
  void endsAtTheOffsetsThatItsGroupHasCommitted() throws Exception {
    String topic = broker.topic("ends", 1);
    broker.send(topic, events(0, 5));
    commit(topic, 2);

    runs.run(toFiles(topic, "group: " + topic + ", end: committed"));

    assertThat(runs.read("out")).containsExactlyElementsOf(events(0, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "group: none, start: {at: committed, reset: error}, end: latest | the group has committed"
            + " none for TOPIC/0",
        "group: none, end: committed | the group has committed none for TOPIC/0",
        "start: {offsets: {TOPIC: {1: 5}}}, end: latest | start.offsets has none for TOPIC/0",
        "end: {offsets: {other: {0: 5}}} | end.offsets has none for TOPIC/0",
      })
  void failsWithoutAnOffset(String range, String reason) throws Exception {
    String topic = broker.topic("unknown", 1);

    RunReport report =
        runs.execute(toFiles(topic, range.replace("TOPIC", topic)), RunOptions.PLAIN);

    assertThat(report.failure())
        .hasRootCauseMessage("No offset for source 'in': " + reason.replace("TOPIC", topic));
  }

  /** The end may be behind what marks a transaction, and a reader never sees that. */
  @ParameterizedTest
  @ValueSource(
      strings = {"latest", "committed", "{timestamp: 9999999999999}", "{offsets: {TOPIC: {0: 7}}}"})
  void endsBehindTransactions(String end) throws Exception {
    String topic = broker.topic("transacted", 1);
    var client = broker.client();
    client.setProperty("transactional.id", topic);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      events(0, 3).forEach(event -> send(producer, topic, event));
      producer.commitTransaction();
      producer.beginTransaction();
      events(3, 5).forEach(event -> send(producer, topic, event));
      producer.flush();
      producer.abortTransaction();
    }
    commit(topic, 7);

    runs.run(toFiles(topic, "group: " + topic + ", end: " + end.replace("TOPIC", topic)));

    assertThat(runs.read("out")).containsExactlyElementsOf(events(0, 3));
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, String topic, String event) {
    Future<?> unused = producer.send(new ProducerRecord<>(topic, 0, null, bytes(event)));
  }

  /** One partition is empty, the other ends while all its events are pending. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "latest",
        "committed",
        "{timestamp: 9999999999999}",
        "{offsets: {TOPIC: {0: 5, 1: 0}}}"
      })
  void losesNothingThatIsPendingAtTheEnd(String end) throws Exception {
    String topic = broker.topic("pending", 2);
    broker.send(topic, events(0, 5));
    commit(topic, 5);
    commit(topic, 1, 0);
    String options =
        "group: " + topic + ", time: {field: n, unit: s}, end: " + end.replace("TOPIC", topic);

    runs.run(keepingTheLast(toFiles(topic, options)));

    assertThat(runs.read("out")).containsExactlyInAnyOrderElementsOf(events(0, 5));
  }

  @Test
  void losesNothingThatIsPendingWhenASilentTopicIsLeft() throws Exception {
    String topic = broker.topic("silent", 2);
    broker.send(topic, events(0, 5));
    String unbounded =
        keepingTheLast(
            toFiles(topic, "group: " + topic + ", time: {field: n, unit: s, idle-after: 1ms}")
                + "settings: {checkpoint: {every: 50ms}}\n");
    LocalRun run = runs.load(unbounded, RunOptions.PLAIN);
    CompletableFuture<RunReport> end = TestingRun.start(run);
    while (committed(topic) < 5 && !end.isDone()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    LockSupport.parkNanos(SILENCE_NANOS);
    run.stop();

    assertThat(end.get(60, TimeUnit.SECONDS).failure()).isNull();
    assertThat(runs.read("out")).containsExactlyInAnyOrderElementsOf(events(0, 5));
  }

  private static String keepingTheLast(String pipeline) {
    return pipeline.replace(
        "sinks:", "steps: [{id: last, deduplicate: {key: n, ttl: 1h, keep: last}}]\nsinks:");
  }

  @Test
  void readsTheTopicsThatMatchAPattern() throws Exception {
    String one = broker.topic("matched", 1);
    String two = broker.topic("matched", 1);
    broker.send(one, List.of("{\"n\":1}"));
    broker.send(two, List.of("{\"n\":2}"));

    runs.run(
        toFiles(one, "end: latest")
            .replace("topics: [" + one + "]", "topic-pattern: '" + one + "|" + two + "'"));

    assertThat(runs.read("out")).containsExactlyInAnyOrder("{\"n\":1}", "{\"n\":2}");
  }

  private long committed(String group) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        broker.admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    OffsetAndMetadata offset = offsets.get(new TopicPartition(group, 0));
    return offset == null ? 0 : offset.offset();
  }

  private void commit(String group, long offset) throws Exception {
    commit(group, 0, offset);
  }

  private void commit(String group, int partition, long offset) throws Exception {
    broker
        .admin()
        .alterConsumerGroupOffsets(
            group, Map.of(new TopicPartition(group, partition), new OffsetAndMetadata(offset)))
        .all()
        .get();
  }
}
