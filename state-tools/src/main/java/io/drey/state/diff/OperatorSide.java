// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.OperatorEntries;
import io.drey.state.snapshot.operator.OperatorState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operator in one of two snapshots.
 *
 * @param operator null if the snapshot does not have it
 */
record OperatorSide(Side side, SnapshotFiles files, @Nullable OperatorSnapshot operator) {
  List<SubtaskSnapshot> subtasks() {
    return operator == null ? List.of() : operator.subtasks();
  }

  /** The keyed state handles of a subtask. */
  static List<KeyedHandle> keyed(SubtaskSnapshot subtask) {
    return Stream.of(subtask.managedKeyed(), subtask.rawKeyed())
        .flatMap(Stream::ofNullable)
        .toList();
  }

  /** Returns its keyed states by name, as far as their headers can be read. */
  Map<String, StateSide> keyedStates() {
    Map<String, StateSide> states = new TreeMap<>();
    for (SubtaskSnapshot subtask : subtasks()) {
      for (KeyedHandle handle : keyed(subtask)) {
        try {
          for (KeyedState state : KeyedHandles.states(files, handle)) {
            states.computeIfAbsent(state.name(), name -> StateSide.of(state));
          }
        } catch (SavepointException e) {
          // reading its entries reports the damage
        }
      }
    }
    return states;
  }

  /** Returns its operator states by name, as far as their headers can be read. */
  Map<String, StateSide> subtaskStates() {
    Map<String, StateSide> states = new TreeMap<>();
    for (SubtaskSnapshot subtask : subtasks()) {
      OperatorHandle handle = subtask.managedOperator();
      if (handle != null) {
        try (OperatorEntries entries = OperatorEntries.open(files, handle)) {
          for (OperatorState state : entries.states()) {
            states.computeIfAbsent(state.name(), name -> StateSide.of(state));
          }
        } catch (SavepointException e) {
          // reading its entries reports the damage
        }
      }
    }
    return states;
  }
}
