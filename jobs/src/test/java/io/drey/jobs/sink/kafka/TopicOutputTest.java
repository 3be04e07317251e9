// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.kafka.Brokers;
import io.drey.jobs.sink.SinkContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TopicOutputTest {
  @Test
  void gathersRecordsIntoLargeBatches() {
    assertThat(properties(Map.of()))
        .containsEntry("linger.ms", "20")
        .containsEntry("batch.size", "131072")
        .containsEntry("client.id", "drey.orders.out");
  }

  @Test
  void leavesWhatIsSaid() {
    Map<String, String> said = Map.of("linger.ms", "0", "batch.size", "1", "client.id", "mine");

    assertThat(properties(said)).containsAllEntriesOf(said);
  }

  private static Properties properties(Map<String, String> said) {
    TopicSink sink =
        new TopicSink(
            new Brokers(List.of("127.0.0.1:9092")),
            "large-orders",
            null,
            null,
            ValueFormat.JSON,
            null,
            null,
            Map.of(),
            RecordTimestamp.NONE,
            null,
            null,
            Duration.ofMinutes(15),
            LostTransactions.FAIL,
            said);
    return TopicOutput.properties(
        sink, new SinkContext("out", "orders", false, false, true, false, false));
  }
}
