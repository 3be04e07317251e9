// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** One Kafka broker for all tests of this JVM, in a JVM of its own, which ends with this one. */
public final class ForkedBroker {
  private static final AtomicInteger TOPICS = new AtomicInteger();
  private static @Nullable String shared;

  private final Map<String, Object> client;

  private ForkedBroker(String address) {
    this.client = Map.of("bootstrap.servers", address);
  }

  /** The broker, which is started at the first call. */
  public static synchronized ForkedBroker get() throws IOException {
    if (shared == null) {
      shared = start();
    }
    return new ForkedBroker(shared);
  }

  private static String start() throws IOException {
    String kit =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.contains("jobs") && entry.contains("test"))
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                kit + File.pathSeparator + OldSnapshots.libraries(),
                "io.drey.jobs.kafka.BrokerMain")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = process.inputReader(UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.matches("127\\.0\\.0\\.1:\\d+")) {
        return line;
      }
    }
    throw new IOException("The broker has not started");
  }

  public String address() {
    return (String) client.get("bootstrap.servers");
  }

  /** Creates a topic with so many records of one byte in each of its partitions. */
  public String topic(List<Integer> records) throws ExecutionException, InterruptedException {
    String topic = create("orders-" + TOPICS.incrementAndGet(), records.size());
    send(topic, records);
    return topic;
  }

  /** Appends so many records of one byte to each partition of a topic. */
  public void send(String topic, List<Integer> records)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int partition = 0; partition < records.size(); partition++) {
        for (int i = 0; i < records.get(partition); i++) {
          producer.send(new ProducerRecord<>(topic, partition, null, new byte[] {'a'})).get();
        }
      }
    }
  }

  /** Appends records of these values to the first partition of a topic. */
  public void send(String topic, String... values) throws ExecutionException, InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(topic, 0, null, value.getBytes(UTF_8))).get();
      }
    }
  }

  /** The values of the committed records of a topic's first partition. */
  public List<String> committed(String topic) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    TopicPartition partition = new TopicPartition(topic, 0);
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofSeconds(1))
            .forEach(record -> values.add(new String(record.value(), UTF_8)));
      }
    }
    return values;
  }

  /** Creates an empty topic. */
  public String create(String topic, int partitions)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(client)) {
      admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
    }
    return topic;
  }
}
