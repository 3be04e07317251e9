// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/** The offsets that partitions are read to, which are set once, at the start. */
final class EndOffsets implements OffsetsInitializer {
  private static final long serialVersionUID = 1L;

  private final EndOptions end;
  private final ListedOffsets known;

  EndOffsets(EndOptions end, ListedOffsets known) {
    this.end = end;
    this.known = known;
  }

  @Override
  public Map<TopicPartition, Long> getPartitionOffsets(
      Collection<TopicPartition> partitions, PartitionOffsetsRetriever brokers) {
    if (end.offsets() != null) {
      return complete(partitions, PartitionOffsets.of(end.offsets()), "end.offsets has none for");
    }
    if (end.isCommitted()) {
      Map<TopicPartition, Long> offsets = new HashMap<>(brokers.committedOffsets(partitions));
      offsets.values().removeIf(offset -> offset == null);
      return complete(partitions, offsets, "the group has committed none for");
    }
    Timestamp timestamp = end.timestamp();
    return timestamp == null ? known.latest(partitions) : known.from(timestamp, partitions);
  }

  private Map<TopicPartition, Long> complete(
      Collection<TopicPartition> partitions, Map<TopicPartition, Long> offsets, String what) {
    offsets.keySet().retainAll(Set.copyOf(partitions));
    Set<TopicPartition> missing = StartOffsets.missing(partitions, offsets);
    if (!missing.isEmpty()) {
      throw new MissingOffsetException(known.sourceId(), what, missing);
    }
    return offsets;
  }

  @Override
  @SuppressWarnings("deprecation") // the connector asks for it
  public OffsetResetStrategy getAutoOffsetResetStrategy() {
    return OffsetResetStrategy.NONE;
  }
}
