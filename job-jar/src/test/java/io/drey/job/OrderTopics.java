// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.job.process.Broker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Topics of orders, whose keys are customers, and a pipeline from topic to topic that numbers those
 * of each customer.
 */
final class OrderTopics {
  static final String INPUT = "orders";
  static final String NUMBERED = "numbered";
  static final String UNUSABLE = "unusable";
  static final String FAILED = "failed";

  private static final String PIPELINE =
      """
      version: 1
      name: order-topics
      sources:
        orders:
          type: kafka
          brokers: %1$s
          topics: [orders]
          end: %2$s
          time: {field: at}
          ordered-by: customer
      steps:
        - id: known
          filter: has(event.customer)
        - id: counted
          sequence: {key: customer, field: number}
        - id: once
          deduplicate: {key: [customer, id], ttl: 1h}
        - id: checked
          script: {key: customer, event: "while (number(event.id) == null) {} event.double = 2 * event.id"}
      sinks:
        numbered: {type: kafka, brokers: %1$s, topic: numbered%3$s, key: customer}
        unusable: {type: kafka, brokers: %1$s, topic: unusable%3$s, from: orders.malformed}
        failed: {type: kafka, brokers: %1$s, topic: failed%3$s, from: checked.invalid}
      settings:
        checkpoint: {every: 500ms}
      """;

  private final Path directory;
  private final Broker broker;

  OrderTopics(Path directory, Broker broker) throws Exception {
    this.directory = directory;
    this.broker = broker;
    broker.createTopic(INPUT, 4);
  }

  /** Writes orders, the first of which has a number. */
  void send(int from, int to) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      List<Future<?>> written = new ArrayList<>();
      for (int number = from; number < to; number++) {
        written.add(producer.send(record(Orders.customer(number), Orders.line(number))));
      }
      for (Future<?> one : written) {
        one.get();
      }
    }
  }

  /** Writes values of one customer, null for a record without a value. */
  void send(String customer, List<@Nullable String> values) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      for (String value : values) {
        producer.send(record(customer, value)).get();
      }
    }
  }

  private static ProducerRecord<byte[], byte[]> record(String customer, @Nullable String value) {
    return new ProducerRecord<>(
        INPUT, customer.getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8));
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        broker.client(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Writes the pipeline file and creates its output topics.
   *
   * @param output that the names of the topics end with
   * @param end of the input
   */
  Path pipeline(String output, String end) throws Exception {
    for (String topic : List.of(NUMBERED, UNUSABLE, FAILED)) {
      broker.createTopic(topic + output, 2);
    }
    return write(output, end);
  }

  private Path write(String output, String end) throws IOException {
    return Files.writeString(
        directory.resolve("topics" + output + ".yaml"),
        PIPELINE.formatted(broker.address(), end, output));
  }

  /** The values that are committed in a topic, sorted. */
  List<String> committed(String topic) throws Exception {
    return broker.committed(topic).stream()
        .map(record -> new String(record.value(), UTF_8))
        .sorted()
        .toList();
  }
}
