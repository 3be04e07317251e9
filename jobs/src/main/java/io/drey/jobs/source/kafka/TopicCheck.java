// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import io.drey.jobs.kafka.BrokerClient;
import io.drey.jobs.kafka.ClientProperties;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AclOperation;

/** Checks, before a job starts, that the topics of a source can be read. */
final class TopicCheck {
  private TopicCheck() {}

  /**
   * Asks the brokers.
   *
   * @param id of the source
   * @throws IOException if they do not answer, or a topic does not exist or may not be read
   */
  static void check(String id, TopicSource source) throws IOException {
    try (BrokerClient client =
        BrokerClient.open(
            "start source '" + id + "'",
            ClientProperties.of(source.brokers(), source.properties()))) {
      List<String> topics = source.topics();
      String pattern = source.topicPattern();
      if (topics != null) {
        client.checkTopics(topics, AclOperation.READ);
      } else if (pattern != null) {
        checkPattern(pattern, source.isBounded(), client);
      }
    }
  }

  /** A source without end may wait for a topic to come. */
  private static void checkPattern(String pattern, boolean bounded, BrokerClient client)
      throws IOException {
    Set<String> names = client.get(client.admin().listTopics().names());
    if (bounded && names.stream().noneMatch(Pattern.compile(pattern).asMatchPredicate())) {
      throw client.problem(
          "no topic matches topic-pattern '"
              + pattern
              + "' (known: "
              + String.join(", ", client.topics())
              + ")");
    }
  }
}
