// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.distribution;

import io.drey.jobs.kafka.TestingBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A program that runs a broker where one logs in over TLS, with a topic of a file's lines, until
 * its standard input ends. It writes {@code broker.pem}, the certificate, and {@code orders.yaml},
 * a pipeline that reads the topic, to its folder.
 */
final class TlsBroker {
  private static final String PASSWORD = "changeit";

  private TlsBroker() {}

  /** Runs in a folder, with the lines of a file. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path store = folder.resolve("broker.p12");
    Path certificate = folder.resolve("broker.pem");
    keytool(
        store,
        List.of(
            "-genkeypair", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1"));
    keytool(store, List.of("-exportcert", "-rfc", "-file", certificate.toString()));
    TestingBroker broker = TestingBroker.start(settings(store));
    String topic = broker.topic("orders", 1);
    broker.allow(ResourceType.TOPIC, topic, AclOperation.READ);
    broker.send(topic, Files.readAllLines(Path.of(arguments[1])));
    Files.writeString(folder.resolve("orders.yaml"), pipeline(broker, topic, certificate));
    System.out.println("started");
    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  private static void keytool(Path store, List<String> more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(more);
    command.addAll(
        List.of("-alias", "broker", "-keystore", store.toString(), "-storepass", PASSWORD));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("Failed to run " + command);
    }
  }

  private static Map<String, String> settings(Path store) {
    return Map.of(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,LOGIN:SASL_SSL",
        "listener.name.login.ssl.keystore.type",
        "PKCS12",
        "listener.name.login.ssl.keystore.location",
        store.toString(),
        "listener.name.login.ssl.keystore.password",
        PASSWORD,
        "listener.name.login.ssl.key.password",
        PASSWORD);
  }

  private static String pipeline(TestingBroker broker, String topic, Path certificate) {
    return """
        version: 1
        name: orders
        sources:
          orders:
            type: kafka
            brokers: "%s"
            topics: [%s]
            start: earliest
            end: latest
            tombstones: skip
            properties:
              security.protocol: SASL_SSL
              ssl.truststore.type: PEM
              ssl.truststore.location: %s
              sasl.mechanism: PLAIN
              sasl.jaas.config: >-
                org.apache.kafka.common.security.plain.PlainLoginModule required
                username="%s" password="%s";
        sinks: {out: {type: stdout}}
        """
        .formatted(
            broker.loginAddress(), topic, certificate, TestingBroker.USER, TestingBroker.PASSWORD);
  }
}
