// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import io.drey.jobs.yaml.YamlList;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.jobs.yaml.YamlScalar;
import io.drey.jobs.yaml.YamlValue;
import io.drey.state.migration.KafkaChange;
import io.drey.state.migration.KafkaChange.TopicOffsets;
import io.drey.state.migration.KafkaChange.TopicRename;
import io.drey.state.migration.Placed;
import io.drey.state.migration.kafka.TopicPartition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what becomes of the offsets of a Kafka source. */
final class KafkaReader {
  /** The numbers that the connector has for places which the broker knows. */
  private static final Map<String, Long> WORDS =
      new TreeMap<>(Map.of("earliest", -2L, "latest", -1L, "committed", -3L));

  private final Section kafka;

  private KafkaReader(Section kafka) {
    this.kafka = kafka;
  }

  static @Nullable KafkaChange read(Section steps) {
    Section kafka = steps.keys("kafka", List.of("offsets", "rename-topic", "drop"));
    if (kafka == null) {
      return null;
    }
    KafkaReader reader = new KafkaReader(kafka);
    KafkaChange change = new KafkaChange(reader.offsets(), reader.renames(), reader.drops());
    reader.check(change);
    return change;
  }

  private List<TopicOffsets> offsets() {
    List<TopicOffsets> offsets = new ArrayList<>();
    Section topics = kafka.names("offsets");
    if (topics != null) {
      for (YamlMapping.Entry topic : topics.mapping().all()) {
        Section partitions = topics.names(topic.key());
        if (!TopicPartition.isTopic(topic.key())) {
          topics.problem(topic.at(), TopicPartition.TOPIC_RULE + " but was '" + topic.key() + "'");
        } else if (partitions != null) {
          offsets.add(new TopicOffsets(topics.key(topic), next(partitions)));
        }
      }
    }
    return List.copyOf(offsets);
  }

  private static Map<Integer, Long> next(Section partitions) {
    Map<Integer, Long> next = new LinkedHashMap<>();
    for (YamlMapping.Entry entry : partitions.mapping().all()) {
      Long offset = offset(entry.value());
      if (!entry.key().matches("[0-9]{1,9}")) {
        String what = "Invalid partition: must be a number but was '" + entry.key() + "'";
        partitions.problem(entry.at(), what);
      } else if (offset == null) {
        String rule = "the next offset, or one of " + String.join(", ", WORDS.keySet()) + ",";
        partitions.reject("offset", rule, entry.value());
      } else {
        next.put(Integer.valueOf(entry.key()), offset);
      }
    }
    return next;
  }

  private static @Nullable Long offset(YamlValue value) {
    Long number = Section.number(value);
    if (number != null) {
      return number >= 0 ? number : null;
    }
    return value instanceof YamlScalar word ? WORDS.get(word.text()) : null;
  }

  private List<TopicRename> renames() {
    List<TopicRename> renames = new ArrayList<>();
    Section topics = kafka.names("rename-topic");
    if (topics != null) {
      for (YamlMapping.Entry topic : topics.mapping().all()) {
        Placed<String> to = topics.text(topic.key(), topic.value());
        if (to != null && (to.value().equals(topic.key()) || !TopicPartition.isTopic(to.value()))) {
          topics.reject(topic.key(), "the name of another topic", topic.value());
        } else if (to != null) {
          renames.add(new TopicRename(topics.key(topic), to.value()));
        }
      }
    }
    return List.copyOf(renames);
  }

  private List<Placed<String>> drops() {
    List<Placed<String>> drops = new ArrayList<>();
    YamlValue value = kafka.find("drop");
    if (value instanceof YamlList list && !list.items().isEmpty()) {
      for (YamlValue item : list.items()) {
        Placed<String> topic = kafka.text("drop", item);
        if (topic != null) {
          drops.add(topic);
        }
      }
    } else if (value != null) {
      kafka.reject("drop", "a list of topics", value);
    }
    return List.copyOf(drops);
  }

  private void check(KafkaChange change) {
    List<String> dropped = change.drop().stream().map(Placed::value).toList();
    change.offsets().forEach(each -> refuse(each.topic(), dropped));
    change.renameTopic().forEach(each -> refuse(each.topic(), dropped));
  }

  private void refuse(Placed<String> topic, List<String> dropped) {
    if (dropped.contains(topic.value())) {
      String message = "Cannot change topic '" + topic.value() + "': it is dropped";
      kafka.problems().error(topic.at(), topic.path(), message);
    }
  }
}
