// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is committed in the topics of the outputs. */
final class OutputTopics {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ObjectMapper json = new ObjectMapper();
  private final Broker broker;
  private final Path directory;

  /**
   * @param directory takes a file for each topic
   */
  OutputTopics(Broker broker, Path directory) {
    this.broker = broker;
    this.directory = directory;
  }

  /** Reads all of them, after the last transaction has ended. */
  Outputs read() throws Exception {
    Files.createDirectories(directory);
    Outputs outputs = new Outputs();
    for (Output output : Output.values()) {
      read(output, outputs);
    }
    return outputs;
  }

  private void read(Output output, Outputs to) throws Exception {
    try (KafkaConsumer<byte[], byte[]> committed = consumer("read_committed");
        KafkaConsumer<byte[], byte[]> all = consumer("read_uncommitted");
        Writer file = Files.newBufferedWriter(directory.resolve(output.topic() + ".jsonl"))) {
      List<TopicPartition> partitions =
          committed.partitionsFor(output.topic()).stream()
              .map(partition -> new TopicPartition(output.topic(), partition.partition()))
              .toList();
      Await.until(
          "the end of all transactions of " + output.topic(),
          PATIENCE,
          () -> committed.endOffsets(partitions).equals(all.endOffsets(partitions)));
      committed.assign(partitions);
      committed.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = committed.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> committed.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : committed.poll(Duration.ofMillis(100))) {
          add(output, record, to, file);
        }
      }
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
    Properties client = broker.client();
    client.putAll(Map.of("isolation.level", isolation, "auto.offset.reset", "earliest"));
    return new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private void add(Output output, ConsumerRecord<byte[], byte[]> record, Outputs to, Writer file)
      throws IOException {
    String event = new String(record.value(), UTF_8);
    file.write("%d/%d %s%n".formatted(record.partition(), record.offset(), event));
    JsonNode parsed = json.readTree(event);
    String key =
        output.key().stream()
            .map(field -> parsed.path(field).asText())
            .collect(Collectors.joining(" "));
    to.add(output, key, event);
  }
}
