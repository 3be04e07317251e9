// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Offsets that a pipeline file writes, by topic and partition. */
final class PartitionOffsets {
  private PartitionOffsets() {}

  /**
   * Checks how they are written.
   *
   * @throws IllegalArgumentException if a partition or offset is no number from 0 on
   */
  static void check(Map<String, Map<String, Long>> offsets) {
    if (offsets.isEmpty()) {
      throw new IllegalArgumentException("Invalid offsets: must name a topic but was {}");
    }
    offsets.forEach(
        (topic, partitions) ->
            partitions.forEach((partition, offset) -> check(topic, partition, offset)));
  }

  private static void check(String topic, String partition, long offset) {
    if (!partition.matches("\\d{1,9}") || offset < 0) {
      throw new IllegalArgumentException(
          "Invalid offsets: must be like {orders: {0: 17}} but was {"
              + topic
              + ": {"
              + partition
              + ": "
              + offset
              + "}}");
    }
  }

  static Map<TopicPartition, Long> of(Map<String, Map<String, Long>> offsets) {
    Map<TopicPartition, Long> found = new HashMap<>();
    offsets.forEach(
        (topic, partitions) ->
            partitions.forEach(
                (partition, offset) ->
                    found.put(new TopicPartition(topic, Integer.parseInt(partition)), offset)));
    return found;
  }
}
