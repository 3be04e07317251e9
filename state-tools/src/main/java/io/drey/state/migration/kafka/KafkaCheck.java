// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.kafka;

import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.Unknown;
import io.drey.state.migration.KafkaChange;
import io.drey.state.migration.KafkaChange.TopicOffsets;
import io.drey.state.migration.KafkaChange.TopicRename;
import io.drey.state.migration.OperatorChange;
import io.drey.state.migration.Placed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks what is to become of the offsets of a source against its state. */
public final class KafkaCheck {
  private final KafkaChange change;
  private final KafkaState state;
  private final KafkaEnumerator enumerator;
  private final Problems problems;
  private final Map<TopicPartition, KafkaSplit> found = new HashMap<>();
  private final Set<TopicPartition> held = new HashSet<>();
  private boolean isSound = true;

  private KafkaCheck(
      KafkaChange change, KafkaState state, KafkaEnumerator enumerator, Problems problems) {
    this.change = change;
    this.state = state;
    this.enumerator = enumerator;
    this.problems = problems;
    enumerator.splits().forEach(split -> found.put(split.partition(), split));
    state.splits().forEach(split -> found.put(split.partition(), split));
    state.splits().forEach(split -> held.add(split.partition()));
  }

  /**
   * Returns what becomes of the offsets; null if nothing should, or if there is a problem.
   *
   * @param state where the source stands; it cannot be used again
   */
  public static @Nullable KafkaEdit edit(
      OperatorChange operator, KafkaState state, Problems problems) {
    KafkaChange change = operator.kafka();
    if (change == null) {
      return null;
    }
    KafkaEnumerator enumerator = state.enumerator();
    if (enumerator == null) {
      refuse(
          operator.operator(),
          "Cannot change offsets of '%s': %s".formatted(operator.operator(), state.obstacle()),
          problems);
      return null;
    }
    KafkaCheck check = new KafkaCheck(change, state, enumerator, problems);
    check.check(operator);
    return check.isSound ? KafkaEdit.of(change, state, enumerator) : null;
  }

  private void check(OperatorChange operator) {
    operator.states().stream()
        .map(each -> each.state())
        .filter(name -> name.value().equals(KafkaState.READER))
        .forEach(name -> refuse(name, "Cannot change state '" + name + "' beside kafka"));
    change.drop().forEach(this::checkKnown);
    change.renameTopic().forEach(rename -> checkKnown(rename.topic()));
    change.renameTopic().forEach(this::checkFree);
    change.offsets().forEach(this::check);
  }

  private void checkKnown(Placed<String> topic) {
    Set<String> known = new TreeSet<>();
    found.keySet().forEach(partition -> known.add(partition.topic()));
    if (!known.contains(topic.value())) {
      refuse(topic, Unknown.message("topic", topic.value(), known));
    }
  }

  /** No two topics may become one that have the same partition. */
  private void checkFree(TopicRename rename) {
    SplitChange names = SplitChange.of(change);
    Set<TopicPartition> others = new HashSet<>();
    Set<TopicPartition> all = new HashSet<>(found.keySet());
    all.addAll(names.offsets().keySet());
    for (TopicPartition each : all) {
      boolean isDropped = names.dropped().contains(each.topic());
      if (!isDropped && !each.topic().equals(rename.topic().value())) {
        others.add(new TopicPartition(names.topic(each), each.partition()));
      }
    }
    all.stream()
        .filter(each -> each.topic().equals(rename.topic().value()))
        .map(each -> new TopicPartition(rename.to(), each.partition()))
        .filter(others::contains)
        .sorted()
        .findFirst()
        .ifPresent(
            twice ->
                refuse(
                    rename.topic(),
                    "Cannot rename topic '%s' to '%s': partition %s would be there twice"
                        .formatted(rename.topic(), rename.to(), twice)));
  }

  private void check(TopicOffsets topic) {
    topic
        .next()
        .forEach(
            (number, next) -> {
              TopicPartition partition = new TopicPartition(topic.topic().value(), number);
              String obstacle = obstacle(partition, next, found.get(partition));
              if (obstacle != null) {
                refuse(topic.topic(), "Cannot start " + partition + " at an offset: " + obstacle);
              }
            });
  }

  private @Nullable String obstacle(
      TopicPartition partition, long next, @Nullable KafkaSplit split) {
    Object stop = split == null ? null : split.stop();
    if (stop instanceof Number end && next > end.longValue()) {
      return "it is read until " + end + ", but was given " + next;
    }
    if (held.contains(partition) || (split != null && enumerator.keepsOffsets())) {
      return null;
    }
    if (split != null && !split.isUnassigned() && stop == null) {
      return "no reader has it any more, and the enumerator does not keep where it ends";
    }
    if (stop == null && found.values().stream().map(KafkaSplit::stop).anyMatch(Objects::nonNull)) {
      return "the source reads other partitions to an end, and this one would have none";
    }
    return enumerator.keepsOffsets() ? null : obstacleOfReaders();
  }

  private @Nullable String obstacleOfReaders() {
    return state.reader() == null
        ? "its enumerator keeps no offsets (version %d of its format), and no reader has state yet"
            .formatted(enumerator.version())
        : null;
  }

  private void refuse(Placed<?> place, String message) {
    isSound = false;
    refuse(place, message, problems);
  }

  private static void refuse(Placed<?> place, String message, Problems problems) {
    problems.error(place.at(), place.path(), message);
  }
}
