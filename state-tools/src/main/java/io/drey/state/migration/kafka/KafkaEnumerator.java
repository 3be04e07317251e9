// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.kafka;

import io.drey.state.json.Original;
import io.drey.state.json.ValueTree;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.operator.CoordinatorState;
import io.drey.state.snapshot.value.Given;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The state of a Kafka source's enumerator, which it changes. */
final class KafkaEnumerator {
  private static final String VERSION = "version";
  private static final String READERS = "readers";
  private static final String SPLITS = "splits";

  /** The first version that keeps offsets of partitions that no reader has. */
  private static final int WITH_OFFSETS = 3;

  private final Map<Object, @Nullable Object> state;

  private KafkaEnumerator(Map<Object, @Nullable Object> state) {
    this.state = state;
  }

  /** Decodes the state of a coordinator; null if it is not one of a Kafka source of one cluster. */
  @SuppressWarnings("unchecked") // the names of members are strings
  static @Nullable KafkaEnumerator of(ByteReader in) {
    ValueTree tree = new ValueTree();
    CoordinatorState.TYPE.write(in, tree);
    if (!(tree.take() instanceof Map<?, ?> map) || map instanceof Original) {
      return null;
    }
    boolean isKafkas = map.get(READERS) instanceof List || map.get(SPLITS) instanceof List;
    KafkaEnumerator found = new KafkaEnumerator((Map<Object, @Nullable Object>) map);
    return isKafkas && found.lists().stream().allMatch(KafkaEnumerator::isOfSplits) ? found : null;
  }

  /** One that has found nothing yet, and will look for partitions at the start. */
  static KafkaEnumerator empty() {
    Map<Object, @Nullable Object> state = new LinkedHashMap<>();
    state.put(VERSION, (long) WITH_OFFSETS);
    state.put(SPLITS, new ArrayList<>());
    state.put("initial_discovery_finished", false);
    return new KafkaEnumerator(state);
  }

  private static boolean isOfSplits(List<?> list) {
    return list.stream().allMatch(each -> KafkaSplit.of(each) != null);
  }

  int version() {
    return (int) Given.integer(state.get(VERSION), 0, Integer.MAX_VALUE);
  }

  /** Whether readers get partitions from it with an offset. */
  boolean keepsOffsets() {
    return version() >= WITH_OFFSETS;
  }

  List<KafkaSplit> splits() {
    List<KafkaSplit> splits = new ArrayList<>();
    for (List<@Nullable Object> list : lists()) {
      list.forEach(each -> add(KafkaSplit.of(each), splits));
    }
    return splits;
  }

  private static void add(@Nullable KafkaSplit split, List<KafkaSplit> splits) {
    if (split != null) {
      splits.add(split);
    }
  }

  void removeIf(Predicate<KafkaSplit> condition) {
    for (List<@Nullable Object> list : lists()) {
      list.removeIf(
          each -> {
            KafkaSplit split = KafkaSplit.of(each);
            return split != null && condition.test(split);
          });
    }
  }

  /** Adds a partition, with what this version keeps of one. */
  void add(KafkaSplit split, boolean isAssigned) {
    int version = version();
    Map<Object, @Nullable Object> members = new LinkedHashMap<>(split.members());
    if (version == 1 || version == 2) {
      members.keySet().retainAll(List.of("topic", "partition"));
    }
    if (version >= 2) {
      members.put("assigned", isAssigned);
    }
    listToGrow().add(members);
  }

  private List<@Nullable Object> listToGrow() {
    List<List<@Nullable Object>> lists = lists();
    if (lists.isEmpty()) {
      Map<Object, @Nullable Object> reader = new LinkedHashMap<>();
      reader.put("subtask", 0L);
      reader.put(SPLITS, new ArrayList<>());
      list(state.get(READERS)).add(reader);
      return lists().get(0);
    }
    return lists.get(0);
  }

  /** The lists of splits: the oldest version has one for each reader. */
  private List<List<@Nullable Object>> lists() {
    List<List<@Nullable Object>> lists = new ArrayList<>();
    if (state.containsKey(READERS)) {
      for (Object reader : list(state.get(READERS))) {
        lists.add(list(Given.members(reader).get(SPLITS)));
      }
    } else {
      lists.add(list(state.get(SPLITS)));
    }
    return lists;
  }

  @SuppressWarnings("unchecked") // as decoded
  private static List<@Nullable Object> list(@Nullable Object value) {
    return (List<@Nullable Object>) Given.elements(value);
  }

  void write(ByteWriter out) {
    CoordinatorState.TYPE.encode(state, out);
  }
}
