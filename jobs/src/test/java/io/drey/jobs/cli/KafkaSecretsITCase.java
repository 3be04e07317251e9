// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.kafka.TestingBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a login to brokers takes is in no output and no log. */
@Tag("full")
@Timeout(300)
class KafkaSecretsITCase {
  private static final String SECRET = "s3cr3t";

  /** Where Kafka fails, it quotes what it was given. */
  private static final List<String> LOGINS =
      List.of(
          "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"alice\""
              + " password=\"s3cr3t\";",
          "s3cr3t",
          "NoSuchModule required password=\"s3cr3t\";");

  private final TestingBroker broker = TestingBroker.get();
  private final Path directory;

  KafkaSecretsITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @ValueSource(strings = {"explain", "validate", "run -q", "run -v"})
  void noOutputHoldsASecret(String command) throws Exception {
    for (String login : LOGINS) {
      write(login);

      TestingDrey.Ended ended = TestingDrey.run(directory, (command + " copy.yaml").split(" ", -1));

      assertThat(ended.exit()).isEqualTo(command.startsWith("run") ? 1 : 0);
      assertThat(ended.err() + ended.out()).doesNotContain(SECRET);
    }
    assertThat(logs()).doesNotContain(SECRET);
  }

  @Test
  void noProblemOfAFileHoldsASecret() throws Exception {
    write("s3cr3t");
    Path file = directory.resolve("copy.yaml");
    Files.writeString(file, Files.readString(file).replace("'s3cr3t'", "['s3cr3t']"));

    TestingDrey.Ended ended = TestingDrey.run(directory, "validate", "copy.yaml");

    assertThat(ended.exit()).isEqualTo(3);
    assertThat(ended.err() + ended.out()).doesNotContain(SECRET);
  }

  private void write(String login) throws IOException {
    Files.writeString(
        directory.resolve("copy.yaml"),
        """
        version: 1
        name: copy
        sources:
          in:
            type: kafka
            brokers: "%s"
            topics: [in]
            tombstones: skip
            properties:
              security.protocol: SASL_PLAINTEXT
              sasl.mechanism: PLAIN
              sasl.jaas.config: '%s'
        sinks: {out: {type: stdout}}
        """
            .formatted(broker.loginAddress(), login));
  }

  private String logs() throws IOException {
    StringBuilder logs = new StringBuilder();
    try (Stream<Path> files = Files.walk(directory.resolve("tmp"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        logs.append(Files.readString(file));
      }
    }
    return logs.toString();
  }
}
