// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.inspect;

import io.drey.state.read.Accesses;
import io.drey.state.read.Damage;
import io.drey.state.read.TtlExpiry;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.EntryReader;
import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.CoordinatorState;
import io.drey.state.snapshot.operator.OperatorEntries;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reads all state of an operator and sums it up; continues after damage. */
public final class OperatorScan {
  private final SnapshotFiles files;
  private final OperatorSnapshot operator;
  private final TtlExpiry expiry;
  private final boolean hasHistograms;
  private final Map<String, StateTotals> keyed = new TreeMap<>();
  private final Map<String, PartTally> parts = new TreeMap<>();
  private final PartTally coordinator = new PartTally();
  private final DistinctKeys keys = new DistinctKeys();
  private final Damage damage = new Damage();

  private OperatorScan(
      SnapshotFiles files, OperatorSnapshot operator, TtlExpiry expiry, boolean hasHistograms) {
    this.files = files;
    this.operator = operator;
    this.expiry = expiry;
    this.hasHistograms = hasHistograms;
  }

  /**
   * The totals of an operator state: its elements, the entries of one copy of a broadcast map, or
   * what a coordinator keeps.
   */
  public static final class PartTally {
    private long entries;
    private long bytes;

    void add(long size) {
      entries++;
      bytes += size;
    }

    public long entries() {
      return entries;
    }

    public long bytes() {
      return bytes;
    }
  }

  /** Scans an operator. */
  public static OperatorScan of(SnapshotFiles files, OperatorSnapshot operator, TtlExpiry expiry) {
    return of(files, operator, expiry, /* hasHistograms= */ false);
  }

  /** The same, perhaps with histograms of keyed states. */
  public static OperatorScan of(
      SnapshotFiles files, OperatorSnapshot operator, TtlExpiry expiry, boolean hasHistograms) {
    OperatorScan scan = new OperatorScan(files, operator, expiry, hasHistograms);
    scan.addCoordinator();
    operator.subtasks().forEach(scan::add);
    return scan;
  }

  /** The totals of the keyed states that have entries, by name. */
  public Map<String, StateTotals> keyed() {
    return keyed;
  }

  /** The totals of the operator states that have entries, by name. */
  public Map<String, PartTally> parts() {
    return parts;
  }

  /** The state of the operator's coordinator; nothing if it has none. */
  public PartTally coordinator() {
    return coordinator;
  }

  /** The number of keys that have any state or a timer. */
  public long keys() {
    return keys.count();
  }

  /** Error messages about what could not be read. */
  public List<String> damage() {
    return damage.messages();
  }

  private void addCoordinator() {
    CoordinatorState state = CoordinatorState.of(operator);
    if (state != null) {
      coordinator.add(state.bytes());
    }
  }

  private void add(SubtaskSnapshot subtask) {
    keys.startGroup();
    // timers in a handle of their own have keys of every group
    boolean isByGroup = subtask.rawKeyed() == null;
    add(subtask.managedKeyed(), isByGroup);
    add(subtask.rawKeyed(), false);
    add(subtask.managedOperator(), subtask.index());
  }

  private void add(@Nullable KeyedHandle handle, boolean isByGroup) {
    if (handle == null) {
      return;
    }
    try (EntryReader entries = KeyedHandles.open(files, handle, operator.maxParallelism())) {
      Accesses accesses = new Accesses(entries.countsListElements());
      int[] group = {-1};
      each(
          entries::next,
          () -> {
            Entry entry = entries.entry();
            if (isByGroup && entry.keyGroup() != group[0]) {
              keys.startGroup();
              group[0] = entry.keyGroup();
            }
            if (entry.isSplit() || entry.state().kind() != KeyedStateType.UNKNOWN) {
              keys.add(entry.key());
            }
            add(entry, accesses);
          });
    } catch (SavepointException e) {
      damage.add(e);
    }
  }

  private void add(Entry entry, Accesses accesses) {
    String state = entry.state().name();
    long life = expiry.life(state);
    boolean isExpired =
        life >= 0 && accesses.allMatch(entry, access -> expiry.isExpired(access, life));
    keyed
        .computeIfAbsent(state, name -> new StateTotals(operator.maxParallelism(), hasHistograms))
        .add(entry, isExpired, accesses);
  }

  private void add(@Nullable OperatorHandle handle, int subtask) {
    if (handle == null) {
      return;
    }
    try (OperatorEntries entries = OperatorEntries.open(files, handle)) {
      each(
          entries::next,
          () -> {
            boolean isBroadcast = entries.state().isBroadcast();
            if (subtask == 0 || !isBroadcast) {
              long key = isBroadcast ? entries.mapKey().remaining() : 0;
              parts
                  .computeIfAbsent(entries.state().name(), name -> new PartTally())
                  .add(key + entries.value().remaining());
            }
          });
    } catch (SavepointException e) {
      damage.add(e);
    }
  }

  private void each(BooleanSupplier next, Runnable add) {
    boolean goesOn = true;
    while (goesOn) {
      try {
        goesOn = next.getAsBoolean();
        if (goesOn) {
          files.progress().addEntry();
          add.run();
        }
      } catch (SavepointException e) {
        damage.add(e);
      }
    }
  }
}
