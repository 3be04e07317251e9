// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static io.drey.jobs.local.KafkaPipelines.bytes;
import static io.drey.jobs.local.KafkaPipelines.event;
import static io.drey.jobs.local.KafkaPipelines.events;
import static io.drey.jobs.local.KafkaPipelines.toTopic;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.kafka.TestingBroker;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pipelines write to topics. */
@Timeout(120)
class KafkaSinkITCase {
  private static final String REST = "{type: file, path: \"${var:DIR}/rest\", from: out.rejected}";

  private final TestingBroker broker = TestingBroker.get();
  private final TestingRun runs;

  KafkaSinkITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void copiesFromTopicToTopicExactlyOnce() throws Exception {
    String in = broker.topic("from", 2);
    String out = broker.topic("to", 2);
    for (int i = 0; i < 200; i++) {
      broker.send(new ProducerRecord<>(in, i % 2, null, bytes(event(i))));
    }

    runs.run(toTopic(in, out, "delivery: exactly-once, key: n, headers: {n: number}"));

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

    runs.run(toTopic(in, out, options));

    assertThat(broker.values(out)).containsExactly(value);
  }

  @Test
  void eventsNameTheirTopics() throws Exception {
    String in = broker.topic("mixed", 1);
    String one = broker.topic("one", 1);
    String two = broker.topic("two", 1);
    broker.send(
        in,
        List.of(
            "{\"t\":\"%s\"}".formatted(one),
            "{\"t\":\"%s\"}".formatted(two),
            "{\"t\":\"other\"}",
            "{\"u\":1}"));
    String routed =
        toTopic(in, one, "")
                .replace("topic: " + one, "topic-field: t, topics: [%s, %s]".formatted(one, two))
                .replace("sinks: {", "sinks: {rest: %s, ".formatted(REST))
            + "settings: {parallelism: 2}\n";

    RunReport report = runs.run(routed);

    assertThat(broker.values(one)).containsExactly("{\"t\":\"%s\"}".formatted(one));
    assertThat(broker.values(two)).containsExactly("{\"t\":\"%s\"}".formatted(two));
    assertThat(runs.read("rest"))
        .containsExactlyInAnyOrder(
            "{\"t\":\"other\",\"error\":\"Topic in field 't' is not one of topics: 'other'\"}",
            "{\"u\":1,\"error\":\"No topic in field 't'\"}");
    assertThat(report.counts().sum("sink", "out", "events")).isEqualTo(2);
    assertThat(report.counts().sum("sink", "out", "rejected")).isEqualTo(2);
  }

  @Test
  void keysAndHeadersThatAnEventLacksAreLeftOut() throws Exception {
    String in = broker.topic("from", 1);
    String out = broker.topic("to", 1);
    broker.send(in, List.of("{\"a\":null}"));

    runs.run(toTopic(in, out, "key: a, headers: {b: X-B}"));

    assertThat(broker.records(out))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.key()).isNull();
              assertThat(record.headers()).isEmpty();
            });
  }

  @Test
  void recordsHaveTheTimeOfTheirEventsIfAsked() throws Exception {
    String in = broker.topic("from", 1);
    String out = broker.topic("to", 1);
    broker.send(new ProducerRecord<>(in, 0, 123L, null, bytes("{}")));

    runs.run(
        toTopic(in, out, "timestamp: event")
            .replace("end: latest", "end: latest, time: {record: true}"));

    assertThat(broker.records(out)).extracting(ConsumerRecord::timestamp).containsExactly(123L);
  }
}
