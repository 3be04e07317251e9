// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.check;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.OperatorEntries;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.serializer.SnapshotBytes;
import io.drey.state.snapshot.type.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The states of an operator, by name.
 *
 * @param key the type of its keys; null if it has none
 * @param keySnapshot the description of their serializer; null where there are only timers that are
 *     raw keyed state
 * @param keyed its keyed states, timers among them
 * @param own its operator states
 */
public record OperatorStates(
    @Nullable ValueType key,
    @Nullable SnapshotBytes keySnapshot,
    Map<String, KeyedState> keyed,
    Map<String, OperatorState> own) {
  /** No states. */
  public static final OperatorStates NONE = new OperatorStates(null, null, Map.of(), Map.of());

  /**
   * Reads them from the headers of all subtasks.
   *
   * @throws SavepointException if one cannot be read
   */
  public static OperatorStates of(SnapshotFiles files, OperatorSnapshot operator) {
    Map<String, KeyedState> keyed = new LinkedHashMap<>();
    Map<String, OperatorState> own = new LinkedHashMap<>();
    for (SubtaskSnapshot subtask : operator.subtasks()) {
      add(files, subtask.managedKeyed(), keyed);
      add(files, subtask.rawKeyed(), keyed);
      add(files, subtask.managedOperator(), own);
    }
    ValueType key = keyed.values().stream().map(KeyedState::key).findFirst().orElse(null);
    return new OperatorStates(key, keySnapshot(files, operator), keyed, own);
  }

  private static @Nullable SnapshotBytes keySnapshot(
      SnapshotFiles files, OperatorSnapshot operator) {
    return operator.subtasks().stream()
        .map(SubtaskSnapshot::managedKeyed)
        .filter(Objects::nonNull)
        .map(handle -> KeyedHandles.header(files, handle).keySnapshot())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static void add(
      SnapshotFiles files, @Nullable KeyedHandle handle, Map<String, KeyedState> states) {
    if (handle != null) {
      KeyedHandles.states(files, handle).forEach(each -> states.putIfAbsent(each.name(), each));
    }
  }

  private static void add(
      SnapshotFiles files, @Nullable OperatorHandle handle, Map<String, OperatorState> states) {
    if (handle != null) {
      try (OperatorEntries entries = OperatorEntries.open(files, handle)) {
        entries.states().forEach(each -> states.putIfAbsent(each.name(), each));
      }
    }
  }

  boolean hasTimers() {
    return keyed.values().stream().anyMatch(state -> state.kind() == KeyedStateType.TIMERS);
  }

  /** The names of the states that a plan can change: timers have no entry there. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(own.keySet());
    keyed.values().stream()
        .filter(state -> state.kind() != KeyedStateType.TIMERS)
        .forEach(state -> names.add(state.name()));
    return names;
  }
}
