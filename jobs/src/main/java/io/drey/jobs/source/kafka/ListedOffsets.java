// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import io.drey.jobs.kafka.BrokerClient;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Offsets that brokers know, of what a reader would see: it would wait for what is not committed.
 *
 * @param client the properties of the source's clients
 */
record ListedOffsets(String sourceId, Properties client) implements Serializable {
  /** The ends of partitions. */
  Map<TopicPartition, Long> latest(Collection<TopicPartition> partitions) {
    return listed(partitions, OffsetSpec.latest());
  }

  /** The first offsets with that timestamp or a later one; the ends where there are none. */
  Map<TopicPartition, Long> from(Timestamp timestamp, Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> ends = latest(partitions);
    Map<TopicPartition, Long> offsets =
        listed(partitions, OffsetSpec.forTimestamp(timestamp.millis()));
    offsets.replaceAll((partition, offset) -> offset < 0 ? ends.get(partition) : offset);
    return offsets;
  }

  private Map<TopicPartition, Long> listed(
      Collection<TopicPartition> partitions, OffsetSpec offset) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, offset));
    String isolation = client.getProperty("isolation.level", "read_committed");
    ListOffsetsOptions options =
        new ListOffsetsOptions(IsolationLevel.valueOf(isolation.toUpperCase(Locale.ROOT)));
    try (BrokerClient brokers = BrokerClient.open("read source '" + sourceId + "'", client)) {
      ListOffsetsResult result = brokers.admin().listOffsets(asked, options);
      Map<TopicPartition, Long> offsets = new HashMap<>();
      brokers
          .get(result.all())
          .forEach((partition, found) -> offsets.put(partition, found.offset()));
      return offsets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
