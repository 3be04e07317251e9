// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.EntryReader;
import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.OperatorEntries;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The sizes of an operator's states: the bytes of keys and values, without framing. */
final class StateSizes {
  private final SnapshotFiles files;
  private final Map<String, Long> bytes = new HashMap<>();
  private boolean isComplete = true;

  private StateSizes(SnapshotFiles files) {
    this.files = files;
  }

  /** Reads all state of an operator. */
  static StateSizes of(SnapshotFiles files, OperatorSnapshot operator) {
    StateSizes sizes = new StateSizes(files);
    for (SubtaskSnapshot subtask : operator.subtasks()) {
      sizes.addKeyed(subtask.managedKeyed(), operator.maxParallelism());
      sizes.addOwn(subtask.managedOperator());
    }
    return sizes;
  }

  /** Returns the bytes of a state; empty if a part of the operator could not be read. */
  OptionalLong of(String state) {
    return isComplete ? OptionalLong.of(bytes.getOrDefault(state, 0L)) : OptionalLong.empty();
  }

  private void addKeyed(@Nullable KeyedHandle handle, int maxParallelism) {
    if (handle == null) {
      return;
    }
    try (EntryReader entries = KeyedHandles.open(files, handle, maxParallelism)) {
      while (entries.next()) {
        Entry entry = entries.entry();
        long size = entry.key().remaining() + entry.value().remaining();
        if (entry.isSplit()) {
          size += entry.namespace().remaining() + entry.mapKey().remaining();
        }
        bytes.merge(entry.state().name(), size, Long::sum);
      }
    } catch (SavepointException e) {
      isComplete = false;
    }
  }

  private void addOwn(@Nullable OperatorHandle handle) {
    if (handle == null) {
      return;
    }
    try (OperatorEntries entries = OperatorEntries.open(files, handle)) {
      while (entries.next()) {
        long size = entries.value().remaining();
        if (entries.state().isBroadcast()) {
          size += entries.mapKey().remaining();
        }
        bytes.merge(entries.state().name(), size, Long::sum);
      }
    } catch (SavepointException e) {
      isComplete = false;
    }
  }
}
