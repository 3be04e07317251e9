// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import io.drey.state.read.Damage;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.EntryReader;
import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.OperatorEntries;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.sort.RecordSorter;
import io.drey.state.sort.Records;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Reads all entries of one side of an operator, and continues after damage. */
final class SideReader {
  private static final String BYTES_INSTEAD = "their bytes are compared";

  private final OperatorSide operator;
  private final StatePairs pairs;
  private final DiffOptions options;
  private final RecordSorter target;
  private final Damage damage;
  private final KeyEncoder keys = new KeyEncoder();

  /** Every subtask has the same broadcast state, so only the first copy is read. */
  private final Set<String> broadcastRead = new HashSet<>();

  SideReader(
      OperatorSide operator,
      StatePairs pairs,
      DiffOptions options,
      RecordSorter target,
      Damage damage) {
    this.operator = operator;
    this.pairs = pairs;
    this.options = options;
    this.target = target;
    this.damage = damage;
  }

  /** Returns the entries to compare, sorted; all others are only counted. */
  Records read() {
    OperatorSnapshot snapshot = operator.operator();
    if (snapshot != null) {
      for (SubtaskSnapshot subtask : snapshot.subtasks()) {
        for (KeyedHandle handle : OperatorSide.keyed(subtask)) {
          readKeyed(handle, snapshot.maxParallelism());
        }
        if (subtask.managedOperator() != null) {
          readOperator(subtask.managedOperator());
        }
      }
      damage.addValues(keys.damaged(), BYTES_INSTEAD);
    }
    return target.sorted();
  }

  private void readKeyed(KeyedHandle handle, int maxParallelism) {
    try (EntryReader entries = KeyedHandles.open(operator.files(), handle, maxParallelism)) {
      ValueEncoder values =
          new ValueEncoder(options, operator.side(), entries.countsListElements());
      each(entries::next, () -> add(entries.entry(), values));
      damage.addValues(values.damaged(), BYTES_INSTEAD);
    } catch (SavepointException e) {
      damage.add(e);
    }
  }

  private void readOperator(OperatorHandle handle) {
    try (OperatorEntries entries = OperatorEntries.open(operator.files(), handle)) {
      ValueEncoder values = new ValueEncoder(options, operator.side(), false);
      each(entries::next, () -> add(entries, values));
      entries.states().stream()
          .filter(OperatorState::isBroadcast)
          .forEach(state -> broadcastRead.add(state.name()));
      damage.addValues(values.damaged(), BYTES_INSTEAD);
    } catch (SavepointException e) {
      damage.add(e);
    }
  }

  private void each(BooleanSupplier next, Runnable entry) {
    while (true) {
      try {
        if (!next.getAsBoolean()) {
          return;
        }
        operator.files().progress().addEntry();
        entry.run();
      } catch (SavepointException e) {
        damage.add(e);
      }
    }
  }

  private void add(Entry entry, ValueEncoder values) {
    StatePair pair = pairs.keyed(entry.state().name());
    if (pair != null && isSorted(pair)) {
      keys.write(pair, entry);
      if (entry.state().kind() == KeyedStateType.TIMERS) {
        values.writeNone();
      } else {
        values.write(entry.state(), entry.value());
      }
      target.add(keys.bytes(), keys.size(), values.bytes(), values.size());
    }
  }

  private void add(OperatorEntries entries, ValueEncoder values) {
    OperatorState state = entries.state();
    StatePair pair = pairs.ofSubtasks(state.name());
    if (pair != null && !broadcastRead.contains(state.name()) && isSorted(pair)) {
      int from = entries.value().position();
      keys.write(pair, entries);
      entries.value().position(from);
      values.write(state, entries.value());
      target.add(keys.bytes(), keys.size(), values.bytes(), values.size());
    }
  }

  /** Whether the entry has to be compared; if not, it is counted. */
  private boolean isSorted(StatePair pair) {
    if (pair.isComparable() || (options.rows() && !pair.isOnBothSides())) {
      return true;
    }
    pair.countOn(operator.side());
    return false;
  }
}
