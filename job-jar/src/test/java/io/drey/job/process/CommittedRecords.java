// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is committed in a topic. */
final class CommittedRecords {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private CommittedRecords() {}

  /** Reads all of it, after the last transaction has ended. */
  static List<ConsumerRecord<byte[], byte[]>> read(Broker broker, String topic) throws Exception {
    try (KafkaConsumer<byte[], byte[]> committed = consumer(broker, "read_committed");
        KafkaConsumer<byte[], byte[]> all = consumer(broker, "read_uncommitted")) {
      List<TopicPartition> partitions =
          committed.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      Await.until(
          "the end of all transactions of " + topic,
          PATIENCE,
          () -> committed.endOffsets(partitions).equals(all.endOffsets(partitions)));
      committed.assign(partitions);
      committed.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = committed.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> committed.position(end.getKey()) < end.getValue())) {
        committed.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Broker broker, String isolation) {
    Properties client = broker.client();
    client.putAll(Map.of("isolation.level", isolation, "auto.offset.reset", "earliest"));
    return new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
