// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static io.drey.jobs.local.KafkaPipelines.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drey.jobs.function.TestingJar;
import io.drey.jobs.kafka.TestingBroker;
import io.drey.jobs.pages.MarkdownPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The pipelines of {@code examples/kafka}, which are read up to what is in their topics. */
@Tag("full")
@Timeout(120)
class KafkaExamplesITCase {
  private final TestingBroker broker = TestingBroker.get();
  private final Map<String, String> topics = new TreeMap<>();
  private final ObjectMapper json = new ObjectMapper();
  private final Path directory;
  private final TestingRun runs;

  KafkaExamplesITCase(@TempDir Path directory) {
    this.directory = directory;
    runs = new TestingRun(directory);
  }

  @Test
  void sortsOrdersIntoTopics() throws Exception {
    create("orders", "large-orders", "unusable-orders");
    send("orders", "alice", "{\"order\":1,\"amount\":120,\"at\":\"2024-01-15T10:00:00Z\"}");
    send("orders", "alice", "{\"order\":1,\"amount\":120,\"at\":\"2024-01-15T10:00:01Z\"}");
    send("orders", "bob", "{\"order\":2,\"amount\":20,\"at\":\"2024-01-15T10:00:02Z\"}");
    send("orders", "bob", "hello");

    runs.run(example("large-orders"));

    assertThat(values("large-orders"))
        .containsExactly(
            "{\"order\":1,\"amount\":120,\"at\":\"2024-01-15T10:00:00Z\",\"customer\":\"alice\"}");
    assertThat(values("unusable-orders"))
        .singleElement()
        .asString()
        .contains("\"position\":\"" + topic("orders") + "/", "\"raw\":\"hello\"");
  }

  @Test
  void countsTheAddressesOfUsers() throws Exception {
    create("logins", "unique-ips", "suspicious-logins", "unusable-logins");
    sendSample("logins", "user", "logins.jsonl");
    Path source = MarkdownPage.ROOT.resolve("examples/unique-ips/UniqueIps.java");
    Path jar = TestingJar.of(directory, "UniqueIps", Files.readString(source));

    runs.with(jar).run(example("unique-ips"));

    assertThat(values("unique-ips"))
        .containsExactlyInAnyOrder(
            "{\"time\":\"2024-01-15T09:00:00Z\",\"user\":\"alice\",\"ip\":\"192.0.2.10\",\"unique_ip_count\":1}",
            "{\"time\":\"2024-01-15T09:01:00Z\",\"user\":\"bob\",\"ip\":\"192.0.2.11\",\"unique_ip_count\":1}",
            "{\"time\":\"2024-01-15T09:01:30Z\",\"user\":\"bob\",\"ip\":\"198.51.100.7\",\"unique_ip_count\":2}");
    assertThat(values("suspicious-logins")).singleElement().asString().contains("bob");
    assertThat(values("unusable-logins"))
        .hasSize(2)
        .anySatisfy(record -> assertThat(record).contains("\"raw\":\"connection closed by"))
        .anySatisfy(record -> assertThat(record).contains("203.0.113.9", "Missing key 'user'"));
  }

  @Test
  void pairsTheSameRequestsAsInAFile() throws Exception {
    create("api-events", "request-latencies", "dead-letters");
    sendSample("api-events", "request_id", "api-events.jsonl");

    runs.run(example("request-latency"));

    Path expected = MarkdownPage.ROOT.resolve("jobs/src/test/resources/examples/request-latency");
    assertThat(durations(values("request-latencies")))
        .isEqualTo(durations(Files.readAllLines(expected.resolve("stdout"))));
    assertThat(values("dead-letters"))
        .filteredOn(record -> record.contains("unmatched_reason"))
        .hasSameElementsAs(Files.readAllLines(expected.resolve("unmatched.jsonl")));
  }

  @Test
  void limitsTheAlarmsOfAnAddress() throws Exception {
    create("packets", "tcp-alarms", "unusable-packets");
    for (int i = 0; i < 5; i++) {
      send("packets", "c" + i, packet(i, "c" + i, "DATA", "192.0.2.1:" + (4000 + i)));
    }
    send("packets", "d", packet(5, "d", "SYN", "192.0.2.2:4000"));
    send("packets", "d", packet(6, "d", "DATA", "192.0.2.2:4000"));

    runs.run(example("tcp-alarms"));

    assertThat(values("tcp-alarms"))
        .extracting(alarm -> json.readTree(alarm).path("sender").asText())
        .containsExactlyInAnyOrder("192.0.2.1", "192.0.2.1", "192.0.2.1", "192.0.2.2");
    assertThat(values("unusable-packets")).isEmpty();
  }

  private static String packet(int second, String connection, String event, String from) {
    return "{\"timestamp\":\"2026-11-22T18:27:0%dZ\",\"conn_id\":\"%s\",\"event\":\"%s\",\"src\":\"%s\"}"
        .formatted(second, connection, event, from);
  }

  private void create(String... names) throws Exception {
    for (String name : names) {
      topics.put(name, broker.topic(name, 2));
    }
  }

  private String topic(String name) {
    return Objects.requireNonNull(topics.get(name), name);
  }

  private void send(String topic, String key, String value) throws Exception {
    broker.send(new ProducerRecord<>(topic(topic), bytes(key), bytes(value)));
  }

  private void sendSample(String topic, String keyField, String sample) throws Exception {
    try (Stream<String> lines = Files.lines(MarkdownPage.ROOT.resolve("conf/samples/" + sample))) {
      for (String line : lines.toList()) {
        String key = line.startsWith("{") ? json.readTree(line).path(keyField).asText() : "";
        send(topic, key, line);
      }
    }
  }

  /** An example with topics of its own, which it reads to their end. */
  private String example(String name) throws IOException {
    String text =
        Files.readString(MarkdownPage.ROOT.resolve("examples/kafka/" + name + ".yaml"))
            .replace("${env:BROKERS:-127.0.0.1:9092}", broker.address())
            .replaceAll("(?m)^    start: .*$", "    end: latest")
            .replaceAll("(?m)^    group: .*\n", "");
    for (Map.Entry<String, String> topic : topics.entrySet()) {
      text =
          text.replace("topics: [" + topic.getKey() + "]", "topics: [" + topic.getValue() + "]")
              .replace("topic: " + topic.getKey() + "\n", "topic: " + topic.getValue() + "\n");
    }
    return text;
  }

  private List<String> values(String topic) {
    return broker.values(topic(topic));
  }

  private Map<String, Integer> durations(List<String> pairs) throws IOException {
    Map<String, Integer> durations = new TreeMap<>();
    for (String pair : pairs) {
      JsonNode fields = json.readTree(pair);
      durations.put(fields.path("request_id").asText(), fields.path("duration_ms").asInt());
    }
    return durations;
  }
}
