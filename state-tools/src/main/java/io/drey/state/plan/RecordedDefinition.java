// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import io.drey.operators.rule.Definition;
import io.drey.operators.rule.DefinitionState;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorHandle.Mode;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.OperatorEntries;
import io.drey.state.snapshot.type.StringType;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the definition of an operator from its broadcast state, of which all copies are equal. */
final class RecordedDefinition {
  private RecordedDefinition() {}

  /** Returns it; null if none is recorded or it cannot be read. */
  static @Nullable Definition of(SnapshotFiles files, OperatorSnapshot operator) {
    for (SubtaskSnapshot subtask : operator.subtasks()) {
      OperatorHandle handle = subtask.managedOperator();
      if (handle != null && isIn(handle)) {
        return read(files, handle);
      }
    }
    return null;
  }

  private static boolean isIn(OperatorHandle handle) {
    return handle.states().stream()
        .anyMatch(
            state -> state.state().equals(DefinitionState.NAME) && state.mode() == Mode.BROADCAST);
  }

  private static @Nullable Definition read(SnapshotFiles files, OperatorHandle handle) {
    TreeMap<String, String> recorded = new TreeMap<>();
    try (OperatorEntries entries = OperatorEntries.open(files, handle)) {
      while (entries.next()) {
        if (entries.state().name().equals(DefinitionState.NAME)) {
          recorded.put(
              StringType.STRING.readText(entries.mapKey()),
              StringType.STRING.readText(entries.value()));
        }
      }
    } catch (SavepointException e) {
      return null;
    }
    return recorded.isEmpty() ? null : new Definition(recorded, false);
  }
}
