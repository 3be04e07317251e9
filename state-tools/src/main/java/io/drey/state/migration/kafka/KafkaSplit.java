// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.kafka;

import io.drey.state.snapshot.value.Given;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A partition in the state of a reader or of the enumerator, which it changes. */
final class KafkaSplit {
  private static final String TOPIC = "topic";
  private static final String PARTITION = "partition";
  private static final String OFFSET = "offset";
  private static final String STOP = "stop";
  private static final String ASSIGNED = "assigned";

  private final Map<Object, @Nullable Object> members;

  private KafkaSplit(Map<Object, @Nullable Object> members) {
    this.members = members;
  }

  /** Takes a part of decoded state; null if it is none of a source of one cluster. */
  @SuppressWarnings("unchecked") // the names of members are strings
  static @Nullable KafkaSplit of(@Nullable Object value) {
    return value instanceof Map<?, ?> map
            && map.get(TOPIC) instanceof String
            && map.get(PARTITION) instanceof Number
            && !map.containsKey("cluster")
        ? new KafkaSplit((Map<Object, @Nullable Object>) map)
        : null;
  }

  /** A split of a reader that is read from an offset to a stop. */
  static KafkaSplit of(TopicPartition partition, Object offset, @Nullable Object stop) {
    Map<Object, @Nullable Object> members = new LinkedHashMap<>();
    members.put(TOPIC, partition.topic());
    members.put(PARTITION, (long) partition.partition());
    members.put(OFFSET, offset);
    members.put(STOP, stop);
    return new KafkaSplit(members);
  }

  Map<Object, @Nullable Object> members() {
    return members;
  }

  TopicPartition partition() {
    int partition = (int) Given.integer(members.get(PARTITION), 0, Integer.MAX_VALUE);
    return new TopicPartition(Given.text(members.get(TOPIC)), partition);
  }

  void rename(String topic) {
    members.put(TOPIC, topic);
  }

  /** The next offset: a number or {@code earliest}, {@code latest} or {@code committed}. */
  @Nullable Object offset() {
    return members.get(OFFSET);
  }

  void startAt(Object offset) {
    if (members.containsKey(OFFSET)) {
      members.put(OFFSET, offset);
    }
  }

  /** Where reading ends; null if it goes on, or if that is not known. */
  @Nullable Object stop() {
    return members.get(STOP);
  }

  /** Whether the enumerator has yet to give it to a reader; the oldest ones keep only others. */
  boolean isUnassigned() {
    return Boolean.FALSE.equals(members.get(ASSIGNED));
  }

  void assign(boolean isAssigned) {
    members.put(ASSIGNED, isAssigned);
  }
}
