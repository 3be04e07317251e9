// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.operators.meaning.OperatorMarker;
import io.drey.state.migration.kafka.KafkaState;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.header.StateHeader.Backing;
import io.drey.state.snapshot.keyed.SubtaskEntries;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.OperatorEntries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The states of an operator of a savepoint, whichever job wrote it. */
public final class LikeStates {
  private final SnapshotFiles files;
  private final OperatorSnapshot operator;
  private @Nullable FileHeader keyed;
  private @Nullable FileHeader own;
  private @Nullable OperatorMarker marker;

  private LikeStates(SnapshotFiles files, OperatorSnapshot operator) {
    this.files = files;
    this.operator = operator;
  }

  /**
   * Returns the states of an operator.
   *
   * @throws RefusedException if it has none, or if not all of them are known
   */
  public static OperatorStates of(SnapshotFiles files, OperatorSnapshot operator) {
    if (operator.coordinator() != null) {
      return ofSource(files, operator);
    }
    LikeStates states = new LikeStates(files, operator);
    operator.subtasks().forEach(states::add);
    if (states.keyed == null && states.own == null) {
      throw new RefusedException(operator.id(), "it has no state");
    }
    return new OperatorStates(
        operator.id(),
        operator.maxParallelism(),
        states.marker,
        states.keyed,
        states.own,
        Map.of(),
        shortRows(states.keyed));
  }

  private static OperatorStates ofSource(SnapshotFiles files, OperatorSnapshot operator) {
    String obstacle = KafkaState.of(files, operator).obstacle();
    if (obstacle != null) {
      throw new RefusedException(
          operator.id(), "only Kafka sources can get state with a coordinator: " + obstacle);
    }
    return OperatorStates.ofKafka(operator.id(), operator.maxParallelism());
  }

  private void add(SubtaskSnapshot subtask) {
    OperatorHandle handle = subtask.managedOperator();
    if (handle != null) {
      marker = handle.marker();
      try (OperatorEntries entries = OperatorEntries.open(files, handle)) {
        own = merged(own, entries.header());
      }
    }
    try (SubtaskEntries entries = SubtaskEntries.open(files, subtask, operator.maxParallelism())) {
      if (entries != null) {
        keyed = merged(keyed, entries.header());
      }
    }
  }

  private FileHeader merged(@Nullable FileHeader known, FileHeader more) {
    check(more);
    Map<String, StateHeader> states = new LinkedHashMap<>();
    if (known != null) {
      known.states().forEach(state -> states.put(state.name(), state));
    }
    more.states().forEach(state -> states.putIfAbsent(state.name(), state));
    return more.with(List.copyOf(states.values()));
  }

  private void check(FileHeader header) {
    if (header.obstacle() != null) {
      throw new RefusedException(
          operator.id(),
          "only "
              + header.obstacle()
              + " knows where the description of its states ends (name the job's jar with --jar)");
    }
    if (header.states().stream().anyMatch(state -> state.backing() == Backing.KEY_VALUE_V2)) {
      throw new RefusedException(
          operator.id(),
          "it is state of ForSt, which restores no canonical files: convert the savepoint first"
              + " (drey state convert), for hashmap or RocksDB");
    }
  }

  private static ShortRows shortRows(@Nullable FileHeader keyed) {
    List<String> names =
        keyed == null
            ? List.of()
            : keyed.states().stream()
                .filter(state -> state.backing() != Backing.PRIORITY_QUEUE)
                .map(StateHeader::name)
                .toList();
    return names.size() == 1 ? ShortRows.ofState(names.get(0)) : ShortRows.none(names);
  }
}
