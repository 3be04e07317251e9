// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/** The offsets that partitions are read from. */
final class StartOffsets implements OffsetsInitializer {
  private static final long serialVersionUID = 1L;

  private final StartOptions start;
  private final ListedOffsets known;

  StartOffsets(StartOptions start, ListedOffsets known) {
    this.start = start;
    this.known = known;
  }

  @Override
  public Map<TopicPartition, Long> getPartitionOffsets(
      Collection<TopicPartition> partitions, PartitionOffsetsRetriever brokers) {
    if (start.offsets() != null) {
      return written(partitions, PartitionOffsets.of(start.offsets()));
    }
    Timestamp timestamp = start.timestamp();
    if (timestamp != null) {
      return known.from(timestamp, partitions);
    }
    if (start.isCommitted()) {
      return committed(partitions, brokers);
    }
    return start.at() == StartPoint.LATEST ? known.latest(partitions) : earliest(partitions);
  }

  /** Readers look it up: retention may delete what is the earliest now. */
  private static Map<TopicPartition, Long> earliest(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    partitions.forEach(partition -> offsets.put(partition, KafkaPartitionSplit.EARLIEST_OFFSET));
    return offsets;
  }

  private Map<TopicPartition, Long> written(
      Collection<TopicPartition> partitions, Map<TopicPartition, Long> offsets) {
    offsets.keySet().retainAll(Set.copyOf(partitions));
    Set<TopicPartition> missing = missing(partitions, offsets);
    if (!missing.isEmpty()) {
      throw new MissingOffsetException(known.sourceId(), "start.offsets has none for", missing);
    }
    return offsets;
  }

  private Map<TopicPartition, Long> committed(
      Collection<TopicPartition> partitions, PartitionOffsetsRetriever brokers) {
    Map<TopicPartition, Long> offsets = new HashMap<>(brokers.committedOffsets(partitions));
    offsets.values().removeIf(offset -> offset == null);
    Set<TopicPartition> missing = missing(partitions, offsets);
    if (start.reset() == OffsetReset.ERROR && !missing.isEmpty()) {
      throw new MissingOffsetException(
          known.sourceId(), "the group has committed none for", missing);
    }
    offsets.putAll(start.reset() == OffsetReset.LATEST ? known.latest(missing) : earliest(missing));
    return offsets;
  }

  static Set<TopicPartition> missing(
      Collection<TopicPartition> partitions, Map<TopicPartition, Long> offsets) {
    Set<TopicPartition> missing = new HashSet<>(partitions);
    missing.removeAll(offsets.keySet());
    return missing;
  }

  /** Records that were deleted before they were read are a failure: nothing is lost unsaid. */
  @Override
  @SuppressWarnings("deprecation") // the connector asks for it
  public OffsetResetStrategy getAutoOffsetResetStrategy() {
    return OffsetResetStrategy.NONE;
  }
}
