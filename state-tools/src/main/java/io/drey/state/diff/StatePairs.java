// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The states that an operator has on one or both sides, by name. */
final class StatePairs {
  private final Map<String, StatePair> keyed = new HashMap<>();
  private final Map<String, StatePair> ofSubtasks = new HashMap<>();
  private final List<StatePair> all = new ArrayList<>();

  private StatePairs() {}

  static StatePairs of(OperatorSide from, OperatorSide to) {
    StatePairs pairs = new StatePairs();
    pairs.add(from.keyedStates(), to.keyedStates(), pairs.keyed);
    pairs.add(from.subtaskStates(), to.subtaskStates(), pairs.ofSubtasks);
    return pairs;
  }

  private void add(
      Map<String, StateSide> from, Map<String, StateSide> to, Map<String, StatePair> target) {
    TreeSet<String> names = new TreeSet<>(from.keySet());
    names.addAll(to.keySet());
    for (String name : names) {
      StatePair pair = new StatePair(all.size(), name, from.get(name), to.get(name));
      target.put(name, pair);
      all.add(pair);
    }
  }

  /** Returns a keyed state; null if no readable header has it. */
  @Nullable StatePair keyed(String name) {
    return keyed.get(name);
  }

  /** Returns an operator state; null if no readable header has it. */
  @Nullable StatePair ofSubtasks(String name) {
    return ofSubtasks.get(name);
  }

  /** Returns all states, by number. */
  List<StatePair> all() {
    return all;
  }
}
