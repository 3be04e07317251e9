// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static io.drey.jobs.local.KafkaPipelines.bytes;
import static io.drey.jobs.local.KafkaPipelines.event;
import static io.drey.jobs.local.KafkaPipelines.toFiles;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.kafka.TestingBroker;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the records of topics. */
@Timeout(120)
class KafkaSourceITCase {
  private final TestingBroker broker = TestingBroker.get();
  private final TestingRun runs;

  KafkaSourceITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
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

    RunReport report = runs.run(toFiles(topic, "end: latest"));

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
  void tellsScriptsThePartitionAndOffset() throws Exception {
    String topic = broker.topic("traced", 2);
    broker.send(new ProducerRecord<>(topic, 1, 1500L, bytes("k"), bytes("{\"n\":1}")));
    broker.send(new ProducerRecord<>(topic, 1, 1600L, bytes("k"), (byte @Nullable []) null));
    broker.send(new ProducerRecord<>(topic, 1, 1700L, bytes("k"), bytes("x")));

    runs.run(
        """
        version: 1
        name: traced
        sources:
          in:
            type: kafka
            brokers: "%s"
            topics: [%s]
            time: {record: true}
            end: latest
            key-field: key
            tombstones: event
        steps:
          - id: run
            from: [in, in.malformed]
            script: {event: "event.at = [meta.source, meta.position, meta.time]"}
          - {id: slim, select: [n, deleted, error, at]}
        sinks: {out: {type: file, path: "${var:DIR}/out"}}
        settings: {parallelism: 2}
        """
            .formatted(broker.address(), topic));

    String at = "\"at\":[\"in\",\"" + topic + "/1:%d\",\"1970-01-01T00:00:01.%d00Z\"]}";
    assertThat(runs.read("out"))
        .containsExactlyInAnyOrder(
            "{\"n\":1," + at.formatted(0, 5),
            "{\"deleted\":true," + at.formatted(1, 6),
            "{\"error\":\"Expected an object at byte 0\"," + at.formatted(2, 6));
  }

  @Test
  void tombstonesAreEventsOrDropped() throws Exception {
    String topic = broker.topic("deletions", 1);
    send(topic, "a", bytes("{\"n\":1}"));
    send(topic, "a", null);

    runs.run(toFiles(topic, "end: latest, tombstones: event, key-field: id"));
    assertThat(runs.read("out"))
        .containsExactly("{\"n\":1,\"id\":\"a\"}", "{\"id\":\"a\",\"deleted\":true}");

    RunReport report =
        runs.run(toFiles(topic, "end: latest, tombstones: skip").replace("/out", "/second"));
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

    runs.run(toFiles(topic, "end: latest, key-field: meta, headers: {trace: X-Trace, no: X-Null}"));

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

    runs.run(toFiles(topic, "end: latest, " + options));

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
        toFiles(topic, "end: latest, " + time)
            .replace(
                "sinks:",
                "steps: [{id: s, sessionize: {key: u, gap: 30s, order: event-time}}]\nsinks:");

    runs.run(visits);

    assertThat(runs.read("out"))
        .hasSize(3)
        .allSatisfy(visit -> assertThat(visit).contains("\"event_count\":2"));
  }

  /** Each partition has its own greatest time. */
  @Test
  void countsLateEvents() throws Exception {
    String topic = broker.topic("late", 2);
    for (long at : new long[] {5000, 1000, 6000}) {
      broker.send(new ProducerRecord<>(topic, 0, at, null, bytes("{}")));
    }
    broker.send(new ProducerRecord<>(topic, 1, 2000L, null, bytes("{}")));

    RunReport report = runs.run(toFiles(topic, "end: latest, time: {record: true}"));

    assertThat(report.counts().sum("source", "in", "lateEvents")).isEqualTo(1);
    assertThat(report.counts().max("source", "in", "maxLateness")).isEqualTo(4000);
  }

  private void send(String topic, String key, byte @Nullable [] value) throws Exception {
    broker.send(new ProducerRecord<>(topic, 0, bytes(key), value));
  }
}
