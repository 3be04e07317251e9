// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drey.job.process.Broker;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is committed in the topics of the outputs. */
final class OutputTopics {
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
    try (Writer file = Files.newBufferedWriter(directory.resolve(output.topic() + ".jsonl"))) {
      for (ConsumerRecord<byte[], byte[]> record : broker.committed(output.topic())) {
        add(output, record, to, file);
      }
    }
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
