// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static io.drey.jobs.kafka.TestingBroker.PASSWORD;
import static io.drey.jobs.kafka.TestingBroker.USER;
import static io.drey.jobs.local.KafkaPipelines.events;
import static io.drey.jobs.local.KafkaPipelines.toFiles;
import static io.drey.jobs.local.KafkaPipelines.toTopic;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.kafka.TestingBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Brokers that want to know who asks, and do not allow all. */
@Tag("full")
@Timeout(120)
class KafkaAccessITCase {
  private final TestingBroker broker = TestingBroker.get();
  private final TestingRun runs;

  KafkaAccessITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void saysThatALoginIsRefused() throws Exception {
    String topic = broker.topic("login", 1);
    String wrong = loggedIn(toFiles(topic, "end: latest")).replace(PASSWORD, "other-secret");

    assertThatThrownBy(() -> runs.run(wrong))
        .hasMessage(
            "Cannot start source 'in': the brokers at "
                + broker.loginAddress()
                + " refuse the login: Authentication failed: Invalid username or password");
  }

  @Test
  void saysWhichTopicMayNotBeUsed() throws Exception {
    String hidden = broker.topic("hidden", 1);
    String known = broker.topic("known", 1);
    broker.allow(TOPIC, known, DESCRIBE);
    String readable = broker.topic("readable", 1);
    broker.allow(TOPIC, readable, READ);

    assertThatThrownBy(() -> runs.run(loggedIn(toFiles(hidden, "end: latest"))))
        .hasMessage(
            "Cannot start source 'in': not authorized for topic '%s' (it takes the operation read)"
                .formatted(hidden));
    assertThatThrownBy(() -> runs.run(loggedIn(toFiles(known, "end: latest"))))
        .hasMessage(
            "Cannot start source 'in': not authorized for topic '%s' (it takes the operation read)"
                .formatted(known));
    assertThatThrownBy(() -> runs.run(loggedIn(toTopic(readable, known, ""))))
        .hasMessage(
            "Cannot start sink 'out': not authorized for topic '%s' (it takes the operation write)"
                .formatted(known));
  }

  @Test
  void saysWhichGroupMayNotBeUsed() throws Exception {
    String topic = broker.topic("grouped", 1);
    broker.allow(TOPIC, topic, READ);
    String committed = toFiles(topic, "group: " + topic + ", start: committed, end: latest");

    RunReport report = runs.execute(loggedIn(committed), RunOptions.PLAIN);

    assertThat(report.failure())
        .hasStackTraceContaining("Cannot read source 'in': not authorized for group '" + topic);
  }

  @Test
  void saysThatTransactionsMayNotBeUsed() throws Exception {
    String in = broker.topic("in", 1);
    String out = broker.topic("untransacted", 1);
    broker.allow(TOPIC, in, READ);
    broker.allow(TOPIC, out, WRITE);

    RunReport report =
        runs.execute(loggedIn(toTopic(in, out, "delivery: exactly-once")), RunOptions.PLAIN);

    assertThat(report.failure())
        .hasStackTraceContaining(
            "Cannot start sink 'out': not authorized for its transactional ids");
  }

  @Test
  void readsAndWritesWithWhatItTakes() throws Exception {
    String in = broker.topic("allowed-in", 1);
    String out = broker.topic("allowed-out", 1);
    broker.send(in, events(0, 10));
    broker.allow(TOPIC, in, READ);
    broker.allow(GROUP, "drey." + out, READ);
    broker.allow(TOPIC, out, WRITE);
    broker.allow(TRANSACTIONAL_ID, "drey." + out, WRITE);

    runs.run(loggedIn(toTopic(in, out, "delivery: exactly-once")));

    assertThat(broker.values(out)).containsExactlyElementsOf(events(0, 10));
  }

  private String loggedIn(String pipeline) {
    String login =
        """
        properties: {security.protocol: SASL_PLAINTEXT, sasl.mechanism: PLAIN, sasl.jaas.config: \
        'org.apache.kafka.common.security.plain.PlainLoginModule required username="%s" \
        password="%s";'}"""
            .formatted(USER, PASSWORD);
    return pipeline
        .replace(broker.address(), broker.loginAddress())
        .replace("type: kafka,", "type: kafka, " + login + ",");
  }
}
