// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.kafka.TestingBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pipelines from and to a broker. */
@Timeout(120)
class KafkaITCase {
  private static final String PIPELINE =
      """
      version: 1
      name: copy
      sources:
        in: {type: kafka, brokers: "%s", topics: [%s], %s}
      sinks:
        out: {type: file, path: "${var:DIR}/out"}
        bad: {type: file, path: "${var:DIR}/bad", from: in.malformed}
      """;

  private final TestingBroker broker = TestingBroker.get();
  private final TestingRun runs;

  KafkaITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void readsWhatIsThereAtTheStartInOrder() throws Exception {
    String topic = broker.topic("orders", 1);
    List<String> events = events(0, 1000);
    broker.send(topic, events);

    RunReport report = runs.run(pipeline(topic, "end: latest"));

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

    runs.run(pipeline(topic, "end: latest") + "settings: {parallelism: 3}\n");

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

    runs.run(pipeline(topic, range.replace("TOPIC", topic)));

    int[] bounds = Stream.of(expected.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    assertThat(runs.read("out")).containsExactlyElementsOf(events(bounds[0], bounds[1]));
  }

  @Test
  void continuesAtTheOffsetsThatItsGroupHasCommitted() throws Exception {
    String topic = broker.topic("starts", 1);
    broker.send(topic, events(0, 5));
    commit(topic, 2);

    runs.run(pipeline(topic, "group: " + topic + ", start: committed, end: latest"));

    assertThat(runs.read("out")).containsExactlyElementsOf(events(2, 5));
  }

  /** For tools that show the lag. */
  @Test
  void commitsOffsetsAtCheckpoints() throws Exception {
    String topic = broker.topic("lag", 1);
    broker.send(topic, events(0, 5));
    String unbounded =
        pipeline(topic, "group: " + topic) + "settings: {checkpoint: {every: 50ms}}\n";
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

    runs.run(pipeline(topic, "group: " + topic + ", end: committed"));

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
        runs.execute(pipeline(topic, range.replace("TOPIC", topic)), RunOptions.PLAIN);

    assertThat(report.failure())
        .hasRootCauseMessage("No offset for source 'in': " + reason.replace("TOPIC", topic));
  }

  @Test
  void everyRecordThatIsNoEventIsMalformed() throws Exception {
    String topic = broker.topic("poison", 1);
    send(topic, "a", bytes("{\"n\":1}"));
    send(topic, "a", null);
    send(topic, "a", new byte[0]);
    send(topic, "a", bytes(" \n"));
    send(topic, "a", bytes("{\"n\":"));
    send(topic, "a", new byte[] {0, 0, 0, 0, 42, 2, 6, 'x'});
    send(topic, "a", new byte[] {'{', (byte) 0xff, '}'});
    send(topic, "a", bytes("{\n  \"n\": 2\n}"));

    RunReport report = runs.run(pipeline(topic, "end: latest"));

    assertThat(runs.read("out")).containsExactly("{\"n\":1}", "{\"n\":2}");
    assertThat(report.counts().sum("source", "in", "malformed")).isEqualTo(6);
    assertThat(runs.read("bad"))
        .containsExactly(
            malformed(topic, 1, "The record has no value (a tombstone)", "\"raw\":\"\""),
            malformed(topic, 2, "The value is empty", "\"raw\":\"\""),
            malformed(topic, 3, "The value is blank", "\"raw\":\" \\n\""),
            malformed(topic, 4, "Expected a value at byte 5", "\"raw\":\"{\\\"n\\\":\""),
            malformed(
                topic,
                5,
                "The value looks framed for a schema registry (a zero byte, then schema id 42):"
                    + " Avro, Protobuf and JSON Schema of registries are not read",
                "\"raw\":\"\\u0000\\u0000\\u0000\\u0000*\\u0002\\u0006x\""),
            malformed(topic, 6, "Expected a field name at byte 1", "\"raw_base64\":\"e/99\""));
  }

  private static String malformed(String topic, int offset, String error, String raw) {
    return "{\"source\":\"in\",\"position\":\"%s/0:%d\",\"error\":\"%s\",%s}"
        .formatted(topic, offset, error, raw);
  }

  @Test
  void tombstonesAreEventsOrDropped() throws Exception {
    String topic = broker.topic("deletions", 1);
    send(topic, "a", bytes("{\"n\":1}"));
    send(topic, "a", null);

    runs.run(pipeline(topic, "end: latest, tombstones: event, key-field: id"));
    assertThat(runs.read("out"))
        .containsExactly("{\"n\":1,\"id\":\"a\"}", "{\"id\":\"a\",\"deleted\":true}");

    RunReport report =
        runs.run(pipeline(topic, "end: latest, tombstones: skip").replace("/out", "/second"));
    assertThat(runs.read("second")).containsExactly("{\"n\":1}");
    assertThat(runs.read("bad")).isEmpty();
    assertThat(report.counts().sum("source", "in", "skipped")).isEqualTo(1);
  }

  @Test
  void keysAndHeadersBecomeFields() throws Exception {
    String topic = broker.topic("headers", 1);
    RecordHeaders headers = new RecordHeaders();
    headers.add("X-Trace", bytes("first")).add("X-Trace", bytes("t-1")).add("X-Null", null);
    broker.send(
        new ProducerRecord<>(topic, 0, null, new byte[] {(byte) 0xff}, bytes("{}"), headers));
    broker.send(new ProducerRecord<>(topic, 0, null, bytes("{\"trace\":\"own\"}")));

    runs.run(
        pipeline(topic, "end: latest, key-field: meta, headers: {trace: X-Trace, no: X-Null}"));

    assertThat(runs.read("out"))
        .containsExactly("{\"meta\":\"/w==\",\"trace\":\"t-1\"}", "{\"trace\":\"own\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format: logfmt | n=1 a=\"x y\" | {\"n\":1,\"a\":\"x y\"}",
        "format: text | a b | {\"line\":\"a b\"}",
        "format: text, pattern: '(?P<n>[0-9]+) (?P<w>.*)' | 7 b | {\"n\":7,\"w\":\"b\"}",
        "prefix: '(?P<pod>[a-z]+) ' | web {\"n\":1} | {\"n\":1,\"pod\":\"web\"}",
      })
  void readsOtherFormats(String options, String value, String event) throws Exception {
    String topic = broker.topic("formats", 1);
    broker.send(topic, List.of(value));

    runs.run(pipeline(topic, "end: latest, " + options));

    assertThat(runs.read("out")).containsExactly(event);
  }

  /** The time in a field, and that of the record; the connector knows only the latter. */
  @ParameterizedTest
  @ValueSource(strings = {"time: {field: at, unit: ms}", "time: {record: true}"})
  void eventsHaveTheirTime(String time) throws Exception {
    String topic = broker.topic("times", 2);
    boolean ofRecord = time.contains("record");
    for (int i = 0; i < 6; i++) {
      long at = i / 2 * 60_000L;
      String value = ofRecord ? "{\"u\":1}" : "{\"u\":1,\"at\":%d}".formatted(at);
      broker.send(new ProducerRecord<>(topic, i % 2, ofRecord ? at : 5L, null, bytes(value)));
    }
    String visits =
        pipeline(topic, "end: latest, " + time)
            .replace(
                "sinks:",
                "steps: [{id: s, sessionize: {key: u, gap: 30s, order: event-time}}]\nsinks:");

    runs.run(visits);

    assertThat(runs.read("out"))
        .hasSize(3)
        .allSatisfy(visit -> assertThat(visit).contains("\"event_count\":2"));
  }

  @Test
  void copiesFromTopicToTopicExactlyOnce() throws Exception {
    String in = broker.topic("from", 2);
    String out = broker.topic("to", 2);
    for (int i = 0; i < 200; i++) {
      broker.send(new ProducerRecord<>(in, i % 2, null, bytes(event(i))));
    }

    runs.run(topicToTopic(in, out, "delivery: exactly-once, key: n, headers: {n: number}"));

    List<ConsumerRecord<byte[], byte[]>> written = broker.records(out);
    assertThat(broker.values(out)).containsExactlyInAnyOrderElementsOf(events(0, 200));
    assertThat(written)
        .allSatisfy(
            record -> {
              String n = new String(record.key(), UTF_8);
              assertThat(new String(record.value(), UTF_8)).isEqualTo("{\"n\":" + n + "}");
              assertThat(record.headers().lastHeader("number").value()).isEqualTo(bytes(n));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delivery: at-least-once | {\"n\":7}",
        "format: logfmt | n=7",
        "fields: [m, n] | {\"n\":7}"
      })
  void writesWithoutTransactions(String options, String value) throws Exception {
    String in = broker.topic("from", 1);
    String out = broker.topic("to", 1);
    broker.send(in, List.of("{\"n\":7}"));

    runs.run(topicToTopic(in, out, options));

    assertThat(broker.values(out)).containsExactly(value);
  }

  @Test
  void recordsHaveTheTimeOfTheirEventsIfAsked() throws Exception {
    String in = broker.topic("from", 1);
    String out = broker.topic("to", 1);
    broker.send(new ProducerRecord<>(in, 0, 123L, null, bytes("{}")));

    runs.run(
        topicToTopic(in, out, "timestamp: event")
            .replace("end: latest", "end: latest, time: {record: true}"));

    assertThat(broker.records(out)).extracting(ConsumerRecord::timestamp).containsExactly(123L);
  }

  /** Some were written by the failed attempt: its transactions are aborted. */
  @Test
  void aRestartWritesNothingTwice() throws Exception {
    String in = broker.topic("from", 2);
    String out = broker.topic("to", 1);
    for (int i = 0; i < 20_000; i++) {
      broker.sendSoon(new ProducerRecord<>(in, i % 2, null, bytes(event(i))));
    }
    broker.flush();
    String fragile =
        topicToTopic(in, out, "delivery: exactly-once")
                .replace(
                    "sinks:",
                    """
                    steps:
                      - {id: marked, set: {failed: "event.n == 15000 ? '${var:DIR}/failed' : null"}}
                      - id: fragile
                        stateful:
                          {class: "io.drey.jobs.function.TestingFunctions$FailingOnce", key: n}
                      - {id: plain, drop-fields: [failed]}
                    sinks:\
                    """)
            + "settings: {checkpoint: {every: 50ms}}\n";

    RunReport report = runs.run(fragile);

    assertThat(report.counts().restarts()).isEqualTo(1);
    assertThat(broker.values(out)).containsExactlyInAnyOrderElementsOf(events(0, 20_000));
  }

  @Test
  void continuesFromASavepoint() throws Exception {
    String in = broker.topic("from", 2);
    String out = broker.topic("to", 1);
    String unbounded = topicToTopic(in, out, "delivery: exactly-once").replace("latest", "none");
    RunOptions stopped = stoppedWithSavepoint();
    LocalRun run = runs.load(unbounded, stopped);
    CompletableFuture<RunReport> end = TestingRun.start(run);
    sendInTurn(in, 0, 50);
    run.stop();
    RunReport report = end.get(60, TimeUnit.SECONDS);
    assertThat(report.failure()).isNull();
    sendInTurn(in, 50, 100);

    // the end is that of the savepoint: none; so this one is stopped too
    LocalRun continued = runs.load(unbounded, stopped.from(String.valueOf(report.savepoint())));
    CompletableFuture<RunReport> second = TestingRun.start(continued);
    while (broker.values(out).size() < 100 && !second.isDone()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    continued.stop();

    assertThat(second.get(60, TimeUnit.SECONDS).failure()).isNull();
    assertThat(broker.values(out)).containsExactlyInAnyOrderElementsOf(events(0, 100));
  }

  /** It has found all partitions before, and looks for others once. */
  @Test
  void endsAfterASavepointToo() throws Exception {
    String in = broker.topic("from", 2);
    String out = broker.topic("to", 1);
    String bounded =
        topicToTopic(in, out, "").replace("latest", "{offsets: {%s: {0: 50, 1: 50}}}".formatted(in))
            + "settings: {checkpoint: {every: 50ms}}\n";
    LocalRun run = runs.load(bounded, stoppedWithSavepoint());
    CompletableFuture<RunReport> end = TestingRun.start(run);
    sendInTurn(in, 0, 50);
    while (broker.values(out).size() < 50 && !end.isDone()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    run.stop();
    RunReport report = end.get(60, TimeUnit.SECONDS);
    assertThat(report.failure()).isNull();
    sendInTurn(in, 50, 100);

    runs.continueFrom(String.valueOf(report.savepoint()), bounded);

    assertThat(broker.values(out)).containsExactlyInAnyOrderElementsOf(events(0, 100));
  }

  @Test
  void aJobThatHasItsPrefixIsNotFenced() throws Exception {
    String in = broker.topic("from", 1);
    String out = broker.topic("to", 1);
    var open = broker.client();
    open.setProperty("transactional.id", out + "-0-7");
    try (KafkaProducer<byte[], byte[]> other =
        new KafkaProducer<>(open, new ByteArraySerializer(), new ByteArraySerializer())) {
      other.initTransactions();
      other.beginTransaction();
      other.send(new ProducerRecord<>(out, bytes("x"))).get();
      String second = topicToTopic(in, out, "delivery: exactly-once, transactions: " + out);

      assertThatThrownBy(() -> runs.run(second))
          .hasMessage(
              "Cannot start sink 'out': transactions with its prefix '%s' are open (%s-0-7): another"
                      .formatted(out, out)
                  + " job uses it, or one died less than its transaction-timeout ago (--take-over"
                  + " aborts them)");

      broker.send(in, List.of("{\"n\":1}"));
      RunOptions takingOver =
          new RunOptions(RunOptions.PLAIN.jars(), false, null, false, false, null, true, null);
      assertThat(runs.execute(second, takingOver).failure()).isNull();
      assertThat(broker.values(out)).containsExactly("{\"n\":1}");
    }
  }

  @Test
  void saysWhatIsWrongBeforeItStarts() throws Exception {
    String in = broker.topic("from", 1);
    String out = broker.topic("to", 1);

    assertThatThrownBy(() -> runs.run(topicToTopic(in + "x", out, "")))
        .hasMessageStartingWith(
            "Cannot start source 'in': Unknown topic '" + in + "x' (did you mean '" + in + "'? ");
    assertThatThrownBy(() -> runs.run(topicToTopic(in, out + "x", "")))
        .hasMessageStartingWith(
            "Cannot start sink 'out': Unknown topic '" + out + "x' (did you mean '" + out + "'? ");
    assertThatThrownBy(
            () ->
                runs.run(topicToTopic(in, out, "delivery: exactly-once, transaction-timeout: 16m")))
        .hasMessage(
            "Cannot start sink 'out': Invalid transaction-timeout: must be at most 15m, which is"
                + " transaction.max.timeout.ms of broker 1, but was 16m");
    String nowhere = "127.0.0.1:" + TestingBroker.freePort();
    assertThatThrownBy(() -> runs.run(topicToTopic(in, out, "").replace(broker.address(), nowhere)))
        .hasMessage(
            "Cannot start source 'in': no answer from the brokers at " + nowhere + " within 10 s");
    assertThatThrownBy(
            () ->
                runs.run(
                    pipeline(in, "end: latest")
                        .replace("topics: [" + in + "]", "topic-pattern: none-such.*")))
        .hasMessageStartingWith(
            "Cannot start source 'in': no topic matches topic-pattern 'none-such.*' (known: ");
  }

  @Test
  void readsTheTopicsThatMatchAPattern() throws Exception {
    String one = broker.topic("matched", 1);
    String two = broker.topic("matched", 1);
    broker.send(one, List.of("{\"n\":1}"));
    broker.send(two, List.of("{\"n\":2}"));

    runs.run(
        pipeline(one, "end: latest")
            .replace("topics: [" + one + "]", "topic-pattern: '" + one + "|" + two + "'"));

    assertThat(runs.read("out")).containsExactlyInAnyOrder("{\"n\":1}", "{\"n\":2}");
  }

  @Test
  void theExampleSortsWhatItReadsIntoTopics() throws Exception {
    String orders = broker.topic("orders", 2);
    String large = broker.topic("large", 2);
    String unusable = broker.topic("unusable", 2);
    send(orders, "alice", bytes("{\"order\":1,\"amount\":120,\"at\":\"2024-01-15T10:00:00Z\"}"));
    send(orders, "alice", bytes("{\"order\":1,\"amount\":120,\"at\":\"2024-01-15T10:00:01Z\"}"));
    send(orders, "bob", bytes("{\"order\":2,\"amount\":20,\"at\":\"2024-01-15T10:00:02Z\"}"));
    send(orders, "bob", bytes("hello"));
    String example =
        Files.readString(
                Path.of(System.getProperty("drey.root"), "examples/kafka/large-orders.yaml"))
            .replace("${env:BROKERS:-127.0.0.1:9092}", broker.address())
            .replace("topics: [orders]", "topics: [" + orders + "]\n    end: latest")
            .replace("topic: large-orders", "topic: " + large)
            .replace("topic: unusable-orders", "topic: " + unusable);

    runs.run(example);

    assertThat(broker.values(large))
        .containsExactly(
            "{\"order\":1,\"amount\":120,\"at\":\"2024-01-15T10:00:00Z\",\"customer\":\"alice\"}");
    assertThat(broker.values(unusable))
        .singleElement()
        .asString()
        .contains("\"position\":\"" + orders + "/0:3\"", "\"raw\":\"hello\"");
  }

  private String pipeline(String topic, String options) {
    return PIPELINE.formatted(broker.address(), topic, options);
  }

  private String topicToTopic(String in, String out, String options) {
    return """
    version: 1
    name: %3$s
    sources: {in: {type: kafka, brokers: ["%1$s"], topics: [%2$s], end: latest}}
    sinks: {out: {type: kafka, brokers: "%1$s", topic: %3$s, %4$s}}
    """
        .formatted(broker.address(), in, out, options);
  }

  private RunOptions stoppedWithSavepoint() {
    return new RunOptions(
        RunOptions.PLAIN.jars(),
        false,
        null,
        false,
        false,
        runs.path("savepoints").toString(),
        false,
        null);
  }

  /** Writes events to two partitions. */
  private void sendInTurn(String topic, int from, int to) throws Exception {
    for (int i = from; i < to; i++) {
      broker.send(new ProducerRecord<>(topic, i % 2, null, bytes(event(i))));
    }
  }

  private void send(String topic, String key, byte @Nullable [] value) throws Exception {
    broker.send(new ProducerRecord<>(topic, 0, bytes(key), value));
  }

  private long committed(String group) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        broker.admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    OffsetAndMetadata offset = offsets.get(new TopicPartition(group, 0));
    return offset == null ? 0 : offset.offset();
  }

  private void commit(String group, long offset) throws Exception {
    broker
        .admin()
        .alterConsumerGroupOffsets(
            group, Map.of(new TopicPartition(group, 0), new OffsetAndMetadata(offset)))
        .all()
        .get();
  }

  private static List<String> events(int from, int to) {
    return IntStream.range(from, to).mapToObj(KafkaITCase::event).toList();
  }

  private static String event(int n) {
    return "{\"n\":" + n + "}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
