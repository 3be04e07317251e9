// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.kafka;

import java.util.Comparator;
import java.util.regex.Pattern;

/** A partition of a topic; as text, its name in Kafka's own tools. */
public record TopicPartition(String topic, int partition) implements Comparable<TopicPartition> {
  /** What the name of a topic must be. */
  public static final String TOPIC_RULE =
      "Invalid topic: must be 1 to 249 letters of a to z, digits, '.', '_' and '-'";

  private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

  private static final Comparator<TopicPartition> ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

  /** Whether a topic can have a name. */
  public static boolean isTopic(String name) {
    return TOPIC.matcher(name).matches();
  }

  @Override
  public int compareTo(TopicPartition other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return topic + "-" + partition;
  }
}
