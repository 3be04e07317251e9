// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.upgrade;

import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.OperatorEntries;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The classes that Flink loads to restore the states of an operator. */
final class SnapshotClasses {
  private SnapshotClasses() {}

  /** The classes of the snapshots of each state's serializers, also of nested ones, by its name. */
  static Map<String, Set<String>> of(SnapshotFiles files, OperatorSnapshot operator) {
    Map<String, Set<String>> classes = new LinkedHashMap<>();
    for (SubtaskSnapshot subtask : operator.subtasks()) {
      KeyedHandle keyed = subtask.managedKeyed();
      if (keyed != null) {
        add(KeyedHandles.header(files, keyed).states(), classes);
      }
      OperatorHandle own = subtask.managedOperator();
      if (own != null) {
        try (OperatorEntries entries = OperatorEntries.open(files, own)) {
          add(entries.header().states(), classes);
        }
      }
    }
    return classes;
  }

  private static void add(List<StateHeader> states, Map<String, Set<String>> classes) {
    for (StateHeader state : states) {
      Set<String> ofState = classes.computeIfAbsent(state.name(), name -> new LinkedHashSet<>());
      state.snapshots().values().forEach(each -> ofState.addAll(SerializerSnapshots.classes(each)));
    }
  }
}
