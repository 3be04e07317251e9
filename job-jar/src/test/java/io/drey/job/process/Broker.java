// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.kafka.TestingTopics;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Uuid;

/** A Kafka broker, which keeps what it has while it is down. */
public final class Broker {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path directory;
  private final int port = Ports.free();
  private JavaProcess process;

  private Broker(Path directory) {
    this.directory = directory;
  }

  /** Starts one without topics. */
  public static Broker start(Path directory) throws Exception {
    Files.createDirectories(directory);
    Broker broker = new Broker(directory);
    broker.format();
    broker.start();
    return broker;
  }

  public String address() {
    return "127.0.0.1:" + port;
  }

  /** The properties of a client. */
  public Properties client() {
    Properties client = new Properties();
    client.setProperty("bootstrap.servers", address());
    return client;
  }

  /** Starts it, and waits until clients can connect. */
  public void start() throws Exception {
    process =
        JavaProcess.start(
            "broker",
            directory.resolve("broker.log"),
            List.of(
                "-Xmx512m",
                "-cp",
                EndedProcess.classPath(),
                "kafka.Kafka",
                properties().toString()));
    Await.until("the broker", PATIENCE, () -> Ports.listens(port));
  }

  public void stop() throws InterruptedException {
    process.stop();
  }

  public void kill() throws InterruptedException {
    process.kill();
  }

  @Override
  public String toString() {
    return process.toString();
  }

  private Path properties() {
    return directory.resolve("server.properties");
  }

  private void format() throws IOException {
    try (Writer file = Files.newBufferedWriter(properties())) {
      configuration(Ports.free()).store(file, null);
    }
    try (PrintStream log = new PrintStream(directory.resolve("format.log").toFile(), UTF_8)) {
      int exit =
          StorageTool.execute(
              new String[] {
                "format", "-t", Uuid.randomUuid().toString(), "-c", properties().toString()
              },
              log);
      if (exit != 0) {
        throw new IOException("Failed to format the storage of a broker, see " + directory);
      }
    }
  }

  private Properties configuration(int controller) throws IOException {
    Properties server = new Properties();
    try (var shipped =
        new InputStreamReader(Broker.class.getResourceAsStream("/broker.properties"), UTF_8)) {
      server.load(shipped);
    }
    server.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controller);
    server.setProperty(
        "listeners", "PLAINTEXT://" + address() + ",CONTROLLER://127.0.0.1:" + controller);
    server.setProperty("advertised.listeners", "PLAINTEXT://" + address());
    server.setProperty("log.dirs", directory.resolve("log").toString());
    return server;
  }

  /** Creates a topic. */
  public void createTopic(String topic, int partitions) throws Exception {
    try (Admin admin = Admin.create(client())) {
      TestingTopics.create(admin, topic, partitions);
    }
  }

  /** Whether a transaction has been aborted last whose id begins with a prefix. */
  public boolean aborted(String prefix) throws Exception {
    try (Admin admin = Admin.create(client())) {
      return admin.listTransactions().all().get().stream()
          .filter(listing -> listing.transactionalId().startsWith(prefix))
          .anyMatch(listing -> listing.state() == TransactionState.COMPLETE_ABORT);
    }
  }

  /** Reads what is committed in a topic, by partition, after its last transaction has ended. */
  public List<ConsumerRecord<byte[], byte[]>> committed(String topic) throws Exception {
    return CommittedRecords.read(this, topic);
  }
}
