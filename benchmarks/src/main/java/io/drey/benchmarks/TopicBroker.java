// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A Kafka broker in a process of its own, which ends with this one. */
final class TopicBroker {
  private static final int PARTITIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path directory;
  private final int port;
  private int topics;

  private TopicBroker(Path directory) throws IOException {
    this.directory = directory;
    this.port = freePort();
  }

  /** Starts one that keeps its data in an empty directory. */
  static TopicBroker start(Path directory) throws IOException, InterruptedException {
    TopicBroker broker = new TopicBroker(directory);
    broker.format();
    broker.start();
    return broker;
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  /** Makes an empty topic, and says its name. */
  String topic() throws IOException, InterruptedException {
    String name = "topic-" + topics++;
    try (Admin admin = Admin.create(client())) {
      admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1))).all().get();
      while (!hasLeaders(admin, name)) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (ExecutionException e) {
      throw new IOException("Failed to create a topic", e);
    }
    return name;
  }

  /** Whether a topic can be written: what is sent before may be refused for good. */
  private static boolean hasLeaders(Admin admin, String topic)
      throws InterruptedException, ExecutionException {
    try {
      admin
          .listOffsets(partitions(topic).stream().collect(toMap(p -> p, p -> OffsetSpec.latest())))
          .all()
          .get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Writes each line as a record whose key is that of its fields, so that equal keys keep order.
   */
  void fill(String topic, Path lines, String keyField) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    Properties client = client();
    client.setProperty("linger.ms", "20");
    client.setProperty("batch.size", "200000");
    try (Stream<String> all = Files.lines(lines);
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (String line : (Iterable<String>) all::iterator) {
        byte[] key = mapper.readTree(line).path(keyField).asText().getBytes(UTF_8);
        Future<?> unused =
            producer.send(
                new ProducerRecord<>(topic, key, line.getBytes(UTF_8)),
                (record, e) -> failure.compareAndSet(null, e));
      }
    }
    if (failure.get() != null) {
      throw new IOException("Failed to fill a topic", failure.get());
    }
  }

  /** The values of all records that a topic has now. */
  List<String> values(String topic) {
    List<TopicPartition> partitions = partitions(topic);
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(client(), new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  private static List<TopicPartition> partitions(String topic) {
    return IntStream.range(0, PARTITIONS).mapToObj(i -> new TopicPartition(topic, i)).toList();
  }

  void delete(String topic) throws IOException, InterruptedException {
    try (Admin admin = Admin.create(client())) {
      admin.deleteTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      throw new IOException("Failed to delete a topic", e);
    }
  }

  private void format() throws IOException {
    try (Writer file = Files.newBufferedWriter(properties())) {
      configuration(freePort()).store(file, null);
    }
    String[] arguments = {
      "format", "-t", Uuid.randomUuid().toString(), "-c", properties().toString()
    };
    try (PrintStream log = new PrintStream(directory.resolve("format.log").toFile(), UTF_8)) {
      if (StorageTool.execute(arguments, log) != 0) {
        throw new IOException("Failed to format the storage of a broker, see " + directory);
      }
    }
  }

  private void start() throws IOException, InterruptedException {
    List<String> command =
        Fork.java(List.of("-Xmx1g"), List.of("kafka.Kafka", properties().toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectErrorStream(true).redirectOutput(directory.resolve("log.txt").toFile());
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException("Failed to start a broker, see " + directory);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private Path properties() {
    return directory.resolve("server.properties");
  }

  private Properties configuration(int controller) {
    Properties server = new Properties();
    server.setProperty("process.roles", "broker,controller");
    server.setProperty("node.id", "1");
    server.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controller);
    server.setProperty("controller.listener.names", "CONTROLLER");
    server.setProperty(
        "listeners", "PLAINTEXT://" + address() + ",CONTROLLER://127.0.0.1:" + controller);
    server.setProperty("advertised.listeners", "PLAINTEXT://" + address());
    server.setProperty(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    server.setProperty("log.dirs", directory.resolve("topics").toString());
    server.setProperty("log.retention.ms", "-1");
    server.setProperty("offsets.topic.replication.factor", "1");
    server.setProperty("offsets.topic.num.partitions", "1");
    server.setProperty("share.coordinator.state.topic.replication.factor", "1");
    server.setProperty("share.coordinator.state.topic.min.isr", "1");
    return server;
  }

  private Properties client() {
    Properties client = new Properties();
    client.setProperty("bootstrap.servers", address());
    return client;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
