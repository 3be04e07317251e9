// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.kafka;

import io.drey.state.migration.KafkaChange;
import io.drey.state.migration.KafkaChange.TopicOffsets;
import io.drey.state.migration.Placed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a partition, whether a reader or the enumerator keeps it.
 *
 * @param offsets where to read on, as decoded state has offsets
 * @param names the new names of topics by their old ones
 * @param dropped topics
 */
record SplitChange(
    Map<TopicPartition, Object> offsets, Map<String, String> names, Set<String> dropped) {
  static SplitChange of(KafkaChange change) {
    Map<TopicPartition, Object> offsets = new LinkedHashMap<>();
    for (TopicOffsets topic : change.offsets()) {
      topic
          .next()
          .forEach(
              (partition, next) ->
                  offsets.put(new TopicPartition(topic.topic().value(), partition), decoded(next)));
    }
    Map<String, String> names = new HashMap<>();
    change.renameTopic().forEach(rename -> names.put(rename.topic().value(), rename.to()));
    Set<String> dropped = new HashSet<>();
    change.drop().stream().map(Placed::value).forEach(dropped::add);
    return new SplitChange(offsets, names, dropped);
  }

  private static Object decoded(long next) {
    return switch ((int) Math.min(next, 0)) {
      case -1 -> "latest";
      case -2 -> "earliest";
      case -3 -> "committed";
      default -> next;
    };
  }

  boolean isKept(KafkaSplit split) {
    return !dropped.contains(split.partition().topic());
  }

  /** Changes a split that is kept. */
  void apply(KafkaSplit split) {
    TopicPartition partition = split.partition();
    Object next = offsets.get(partition);
    if (next != null) {
      split.startAt(next);
    }
    split.rename(topic(partition));
  }

  /** The name of a partition's topic afterwards. */
  String topic(TopicPartition partition) {
    return names.getOrDefault(partition.topic(), partition.topic());
  }

  /** Says what becomes of a split; null if it stays as it is. */
  @Nullable PartitionChange told(KafkaSplit split) {
    TopicPartition partition = split.partition();
    Object before = split.offset();
    Object after = offsets.get(partition);
    String renamed = names.get(partition.topic());
    if (!isKept(split)) {
      return new PartitionChange(partition, "dropped" + (before == null ? "" : " at " + before));
    }
    if (after == null && renamed == null) {
      return null;
    }
    String offset =
        after == null ? "" : "offset " + (before == null ? "" : before + " to ") + after;
    String name = renamed == null ? "" : "renamed to " + renamed;
    boolean isBoth = !offset.isEmpty() && !name.isEmpty();
    return new PartitionChange(partition, name + (isBoth ? ", " : "") + offset);
  }
}
