// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.inspect;

import io.drey.state.read.Damage;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The operators of a savepoint or checkpoint and their states.
 *
 * @param operators sorted by uid, or hash if there is none: Flink writes them in any order
 * @param damage error messages about what could not be read
 */
public record SavepointReport(List<OperatorReport> operators, List<String> damage) {
  /**
   * Reads the headers of a snapshot.
   *
   * @throws SavepointException if its metadata cannot be read
   */
  public static SavepointReport of(SnapshotFiles files) {
    List<OperatorSnapshot> operators = files.metadata().operators();
    Reading reading = new Reading(files, new Damage());
    return new SavepointReport(
        operators.stream()
            .map(reading::report)
            .sorted(Comparator.comparing(operator -> operator.id().toString()))
            .toList(),
        reading.damage().messages());
  }

  /** Reads the headers of one operator. */
  public static OperatorReport of(SnapshotFiles files, OperatorSnapshot operator) {
    return new Reading(files, new Damage()).report(operator);
  }

  private record Reading(SnapshotFiles files, Damage damage) {
    OperatorReport report(OperatorSnapshot operator) {
      Map<String, StateReport> states = new TreeMap<>();
      long inFlightBytes = 0;
      for (SubtaskSnapshot subtask : operator.subtasks()) {
        inFlightBytes += subtask.inFlightBytes();
        add(subtask.managedKeyed(), states);
        add(subtask.rawKeyed(), states);
        add(subtask.managedOperator(), states);
      }
      return new OperatorReport(
          operator.id(),
          operator.parallelism(),
          operator.maxParallelism(),
          operator.bytes(),
          inFlightBytes,
          operator.coordinator() == null ? List.copyOf(states.values()) : withCoordinator(states));
    }

    private static List<StateReport> withCoordinator(Map<String, StateReport> states) {
      List<StateReport> all = new ArrayList<>(states.values());
      all.add(StateReport.ofCoordinator());
      all.sort(Comparator.comparing(StateReport::name));
      return List.copyOf(all);
    }

    private void add(@Nullable KeyedHandle handle, Map<String, StateReport> states) {
      if (handle != null) {
        try {
          for (KeyedState state : KeyedHandles.states(files, handle)) {
            states.putIfAbsent(state.name(), StateReport.of(state));
          }
        } catch (SavepointException e) {
          damage.add(e);
        }
      }
    }

    private void add(@Nullable OperatorHandle handle, Map<String, StateReport> states) {
      if (handle != null) {
        try (OperatorEntries entries = OperatorEntries.open(files, handle)) {
          for (OperatorState state : entries.states()) {
            states.putIfAbsent(state.name(), StateReport.of(state));
          }
        } catch (SavepointException e) {
          damage.add(e);
        }
      }
    }
  }
}
