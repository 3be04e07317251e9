// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import java.util.List;
import java.util.Map;

/**
 * What becomes of the offsets of a Kafka source.
 *
 * @param offsets where to read on, by topic and partition
 * @param renameTopic the new names of topics by their old ones
 * @param drop the topics that are forgotten
 */
public record KafkaChange(
    List<TopicOffsets> offsets, List<TopicRename> renameTopic, List<Placed<String>> drop) {
  /** Where to read a topic on: the next offset by partition. */
  public record TopicOffsets(Placed<String> topic, Map<Integer, Long> next) {}

  /** Another name of a topic. */
  public record TopicRename(Placed<String> topic, String to) {}
}
