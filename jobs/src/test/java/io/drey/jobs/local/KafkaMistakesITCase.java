// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static io.drey.jobs.local.KafkaPipelines.toFiles;
import static io.drey.jobs.local.KafkaPipelines.toTopic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.kafka.TestingBroker;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people get wrong, in words. */
@Tag("full")
@Timeout(120)
class KafkaMistakesITCase {
  private final TestingBroker broker = TestingBroker.get();
  private final TestingRun runs;

  KafkaMistakesITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void saysThatATopicDoesNotExist() throws Exception {
    String in = broker.topic("from", 1);
    String out = broker.topic("to", 1);

    assertThatThrownBy(() -> runs.run(toTopic(in + "x", out, "")))
        .hasMessageStartingWith(
            "Cannot start source 'in': Unknown topic '" + in + "x' (did you mean '" + in + "'? ");
    assertThatThrownBy(() -> runs.run(toTopic(in, out + "x", "")))
        .hasMessageStartingWith(
            "Cannot start sink 'out': Unknown topic '" + out + "x' (did you mean '" + out + "'? ");
    String several = toTopic(in, out, "").replace("topic: " + out, "topic-field: t, topics: [X]");
    assertThatThrownBy(() -> runs.run(several.replace("[X]", "[" + out + ", " + out + "x]")))
        .hasMessageStartingWith("Cannot start sink 'out': Unknown topic '" + out + "x'");
  }

  @Test
  void saysThatNoTopicMatches() throws Exception {
    String in = broker.topic("from", 1);
    String pattern =
        toFiles(in, "end: latest").replace("topics: [" + in + "]", "topic-pattern: none-such.*");

    assertThatThrownBy(() -> runs.run(pattern))
        .hasMessageStartingWith(
            "Cannot start source 'in': no topic matches topic-pattern 'none-such.*' (known: ");
  }

  @Test
  void saysThatATransactionMayStayOpenForTooLong() throws Exception {
    String in = broker.topic("from", 1);
    String out = broker.topic("to", 1);

    assertThatThrownBy(
            () -> runs.run(toTopic(in, out, "delivery: exactly-once, transaction-timeout: 16m")))
        .hasMessage(
            "Cannot start sink 'out': Invalid transaction-timeout: must be at most 15m, which is"
                + " transaction.max.timeout.ms of broker 1, but was 16m");
  }

  @Test
  void saysThatNobodyAnswers() throws Exception {
    String nowhere = "127.0.0.1:" + TestingBroker.freePort();
    String unreachable = toFiles("any", "end: latest").replace(broker.address(), nowhere);

    assertThatThrownBy(() -> runs.run(unreachable))
        .hasNoCause()
        .hasMessage(
            "Cannot start source 'in': no answer from the brokers at " + nowhere + " within 10 s");
    assertThatThrownBy(() -> runs.run(unreachable.replace(nowhere, "no-such-host.invalid:9092")))
        .hasMessage(
            "Cannot start source 'in': no host of the brokers at no-such-host.invalid:9092 is"
                + " known");
  }

  @Test
  void saysThatAPropertyIsWrong() throws Exception {
    String topic = broker.topic("any", 1);

    assertThatThrownBy(
            () -> runs.run(toFiles(topic, "properties: {security.protocol: SSH}, end: latest")))
        .hasMessageStartingWith(
            "Cannot start source 'in': Invalid value SSH for configuration security.protocol: ");
  }

  /** It would go on without them. */
  @Test
  void failsWhereRecordsWereDeletedBeforeTheyWereRead() throws Exception {
    String topic = broker.topic("deleted", 1);
    broker.send(topic, KafkaPipelines.events(0, 5));
    Map<TopicPartition, RecordsToDelete> firstThree =
        Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(3));
    broker.admin().deleteRecords(firstThree).all().get();
    String fromTheFirst = "start: {offsets: {%s: {0: 0}}}, end: latest".formatted(topic);

    RunReport report = runs.execute(toFiles(topic, fromTheFirst), RunOptions.PLAIN);

    assertThat(report.failure()).hasStackTraceContaining("out of range for partition " + topic);
    runs.run(toFiles(topic, "end: latest"));
    assertThat(runs.read("out")).containsExactlyElementsOf(KafkaPipelines.events(3, 5));
  }
}
