// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.flink.util.FileUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.jspecify.annotations.Nullable;

/** A Kafka broker on loopback, one for all tests of this JVM. */
public final class TestingBroker {
  private static final String HOST = "127.0.0.1:";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final AtomicInteger TOPICS = new AtomicInteger();

  private static @Nullable TestingBroker shared;

  /** What {@value #USER} logs in with. */
  public static final String PASSWORD = "s3cr3t-of-alice";

  /** May do nothing but what {@link #allow} allows. */
  public static final String USER = "alice";

  private final String address;
  private final String loginAddress;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  private TestingBroker(String address, String loginAddress) {
    this.address = address;
    this.loginAddress = loginAddress;
    this.admin = Admin.create(client());
    this.producer =
        new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** The broker, which is started at the first call. */
  public static synchronized TestingBroker get() {
    TestingBroker running = shared;
    if (running == null) {
      running = start(Map.of());
      shared = running;
    }
    return running;
  }

  /**
   * Starts another one.
   *
   * @param settings the broker's, in place of or besides those of the shared one
   */
  public static TestingBroker start(Map<String, String> settings) {
    try {
      Path directory = Files.createTempDirectory("broker");
      int port = freePort();
      int loginPort = freePort();
      Path file = directory.resolve("server.properties");
      Properties server = server(directory, port, loginPort, freePort());
      server.putAll(settings);
      try (var out = Files.newBufferedWriter(file)) {
        server.store(out, null);
      }
      format(file);
      KafkaRaftServer started = new KafkaRaftServer(KafkaConfig.fromProps(server), Time.SYSTEM);
      started.startup();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, directory)));
      return new TestingBroker(HOST + port, HOST + loginPort);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(KafkaRaftServer server, Path directory) {
    server.shutdown();
    FileUtils.deleteDirectoryQuietly(directory.toFile());
  }

  private static void format(Path file) {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, UTF_8);
    int exit =
        StorageTool.execute(
            new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()},
            nowhere);
    if (exit != 0) {
      throw new IllegalStateException("Failed to format the storage of a broker");
    }
  }

  private static Properties server(Path directory, int port, int loginPort, int controller) {
    Properties server = new Properties();
    server.setProperty("process.roles", "broker,controller");
    server.setProperty("node.id", "1");
    server.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controller);
    server.setProperty("controller.listener.names", "CONTROLLER");
    String clients = "PLAINTEXT://" + HOST + port + ",LOGIN://" + HOST + loginPort;
    server.setProperty("listeners", clients + ",CONTROLLER://" + HOST + controller);
    server.setProperty("advertised.listeners", clients);
    server.setProperty(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,LOGIN:SASL_PLAINTEXT");
    server.setProperty("listener.name.login.sasl.enabled.mechanisms", "PLAIN");
    server.setProperty(
        "listener.name.login.plain.sasl.jaas.config",
        PlainLoginModule.class.getName() + " required user_" + USER + "=\"" + PASSWORD + "\";");
    server.setProperty("authorizer.class.name", StandardAuthorizer.class.getName());
    server.setProperty("super.users", "User:ANONYMOUS");
    server.setProperty("log.dirs", directory.resolve("log").toString());
    server.setProperty("log.retention.ms", "-1");
    // of the heap that all tests share; 128 MiB by default
    server.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
    server.setProperty("auto.create.topics.enable", "false");
    server.setProperty("offsets.topic.replication.factor", "1");
    server.setProperty("offsets.topic.num.partitions", "1");
    server.setProperty("transaction.state.log.replication.factor", "1");
    server.setProperty("transaction.state.log.min.isr", "1");
    server.setProperty("transaction.state.log.num.partitions", "1");
    server.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "200");
    server.setProperty("share.coordinator.state.topic.replication.factor", "1");
    server.setProperty("share.coordinator.state.topic.min.isr", "1");
    server.setProperty("group.initial.rebalance.delay.ms", "0");
    return server;
  }

  /** A port on which nothing listens. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String address() {
    return address;
  }

  /** Where {@link #USER} logs in. */
  public String loginAddress() {
    return loginAddress;
  }

  /** Allows {@link #USER} operations. */
  public void allow(ResourceType type, String name, AclOperation... operations)
      throws InterruptedException, ExecutionException {
    ResourcePattern resource = new ResourcePattern(type, name, PatternType.PREFIXED);
    List<AclBinding> allowed = new ArrayList<>();
    for (AclOperation operation : operations) {
      allowed.add(
          new AclBinding(
              resource,
              new AccessControlEntry("User:" + USER, "*", operation, AclPermissionType.ALLOW)));
    }
    admin.createAcls(allowed).all().get();
  }

  public Admin admin() {
    return admin;
  }

  /** The properties of a client. */
  public Properties client() {
    Properties client = new Properties();
    client.setProperty("bootstrap.servers", address);
    return client;
  }

  /** Creates a topic, the name of which begins as asked. */
  public String topic(String name, int partitions) throws InterruptedException, ExecutionException {
    String topic = name + "-" + TOPICS.incrementAndGet();
    TestingTopics.create(admin, topic, partitions);
    return topic;
  }

  /** Writes values to the first partition. */
  public void send(String topic, List<String> values)
      throws InterruptedException, ExecutionException {
    for (String value : values) {
      send(new ProducerRecord<>(topic, 0, null, value.getBytes(UTF_8)));
    }
  }

  /** Writes a record. */
  public void send(ProducerRecord<byte[], byte[]> record)
      throws InterruptedException, ExecutionException {
    producer.send(record).get();
  }

  /** Writes a record some time before the next one that is waited for. */
  public void sendSoon(ProducerRecord<byte[], byte[]> record) {
    Future<?> unused = producer.send(record);
  }

  /** Waits for what is to be written soon. */
  public void flush() {
    producer.flush();
  }

  /** The values that are committed in a topic, by partition and offset. */
  public List<String> values(String topic) {
    return records(topic).stream().map(record -> new String(record.value(), UTF_8)).toList();
  }

  /** The records that are committed in a topic, by partition and offset. */
  public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    Properties client = client();
    client.putAll(Map.of("isolation.level", "read_committed", "auto.offset.reset", "earliest"));
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }
}
