// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import io.drey.state.offsets.SourceOffsets;
import io.drey.state.plan.OperatorShape.Knowledge;
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
import io.drey.state.snapshot.type.ValueType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the operators and states of a savepoint, from headers alone. */
final class SavepointShapes {
  private final SnapshotFiles files;
  private final Consumer<String> damage;

  /**
   * @param damage receives error messages about what could not be read
   */
  SavepointShapes(SnapshotFiles files, Consumer<String> damage) {
    this.files = files;
    this.damage = damage;
  }

  List<OperatorShape> all() {
    return files.metadata().operators().stream()
        .map(this::operator)
        .sorted(Comparator.comparing(OperatorShape::toString))
        .toList();
  }

  private OperatorShape operator(OperatorSnapshot operator) {
    Map<String, StateShape> states = new TreeMap<>();
    for (SubtaskSnapshot subtask : operator.subtasks()) {
      addKeyed(subtask.managedKeyed(), states);
      addKeyed(subtask.rawKeyed(), states);
      addOwn(subtask.managedOperator(), states);
    }
    ValueType key = null;
    for (StateShape state : states.values()) {
      key = state.key() == null ? key : state.key();
    }
    return new OperatorShape(
        operator.id(),
        operator.parallelism(),
        operator.maxParallelism(),
        key,
        RecordedDefinition.of(files, operator),
        states,
        input(operator),
        Knowledge.SOME);
  }

  private @Nullable SourceInput input(OperatorSnapshot operator) {
    SourceOffsets offsets = SourceOffsets.of(files, operator);
    offsets.damage().forEach(damage);
    return SourceInput.of(offsets);
  }

  private void addKeyed(@Nullable KeyedHandle handle, Map<String, StateShape> states) {
    if (handle == null) {
      return;
    }
    try {
      for (KeyedState state : KeyedHandles.states(files, handle)) {
        if (state.kind() == KeyedStateType.UNKNOWN) {
          damage.accept(
              "Cannot compare the states that follow %s: only its own code knows where they begin"
                  .formatted(state.serializer()));
        } else {
          states.putIfAbsent(state.name(), StateShape.of(state));
        }
      }
    } catch (SavepointException e) {
      damage.accept(e.getMessage());
    }
  }

  private void addOwn(@Nullable OperatorHandle handle, Map<String, StateShape> states) {
    if (handle == null) {
      return;
    }
    try (OperatorEntries entries = OperatorEntries.open(files, handle)) {
      for (OperatorState state : entries.states()) {
        states.putIfAbsent(state.name(), StateShape.of(state));
      }
    } catch (SavepointException e) {
      damage.accept(e.getMessage());
    }
  }
}
