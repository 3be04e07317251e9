// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.kafka.TestingBroker;
import java.util.List;
import java.util.stream.IntStream;

/** Pipelines from and to topics, and numbered events for them. */
final class KafkaPipelines {
  private KafkaPipelines() {}

  /** Writes what a topic holds to the file {@code out}, or {@code bad} if it is malformed. */
  static String toFiles(String topic, String options) {
    return """
        version: 1
        name: copy
        sources:
          in: {type: kafka, brokers: "%s", topics: [%s], %s}
        sinks:
          out: {type: file, path: "${var:DIR}/out"}
          bad: {type: file, path: "${var:DIR}/bad", from: in.malformed}
        """
        .formatted(TestingBroker.get().address(), topic, options);
  }

  /** Copies what a topic holds to another one. */
  static String toTopic(String in, String out, String options) {
    return """
        version: 1
        name: %3$s
        sources: {in: {type: kafka, brokers: ["%1$s"], topics: [%2$s], end: latest}}
        sinks: {out: {type: kafka, brokers: "%1$s", topic: %3$s, %4$s}}
        """
        .formatted(TestingBroker.get().address(), in, out, options);
  }

  static List<String> events(int from, int to) {
    return IntStream.range(from, to).mapToObj(KafkaPipelines::event).toList();
  }

  static String event(int n) {
    return "{\"n\":" + n + "}";
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
