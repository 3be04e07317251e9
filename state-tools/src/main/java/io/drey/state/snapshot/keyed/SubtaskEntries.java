// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.metadata.KeyGroups;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.KeyedHandle.Layout;
import io.drey.state.snapshot.metadata.KeyedHandle.Sections;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.serializer.SnapshotBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All keyed entries of a subtask, with those timers that are in raw keyed state, as one file with
 * one header.
 */
public record SubtaskEntries(FileHeader header, KeyGroups groups, EntryReader entries)
    implements AutoCloseable {
  /**
   * Opens the keyed state of a subtask.
   *
   * @return null if it has none
   * @throws SavepointException also if it has raw keyed state that is not timers
   */
  public static @Nullable SubtaskEntries open(
      SnapshotFiles files, SubtaskSnapshot subtask, int maxParallelism) {
    KeyedHandle managed = subtask.managedKeyed();
    KeyedHandle raw = subtask.rawKeyed();
    if (managed == null) {
      return raw == null ? null : onlyTimers(files, raw, maxParallelism);
    }
    FileHeader header = KeyedHandles.header(files, managed);
    EntryReader entries = KeyedHandles.open(files, managed, maxParallelism);
    if (raw == null) {
      return new SubtaskEntries(header, managed.groups(), entries);
    }
    try {
      Timers timers = Timers.of(files, raw);
      List<StateHeader> states = new ArrayList<>(header.states());
      states.addAll(timers.states());
      return new SubtaskEntries(
          header.with(states),
          managed.groups(),
          timers.merged(entries, files, raw, maxParallelism));
    } catch (SavepointException e) {
      entries.close();
      throw e;
    }
  }

  private static SubtaskEntries onlyTimers(
      SnapshotFiles files, KeyedHandle raw, int maxParallelism) {
    Timers timers = Timers.of(files, raw);
    TimerHeader first = timers.first();
    FileHeader header =
        FileHeader.keyed(
            files.toString(),
            first.key().type(),
            SnapshotBytes.of(first.key().framed(), first.key().snapshot().metadataVersion()),
            timers.states());
    return new SubtaskEntries(
        header, raw.groups(), timers.merged(new EmptyReader(), files, raw, maxParallelism));
  }

  @Override
  public void close() {
    entries.close();
  }

  /** The timers of raw keyed state. */
  private record Timers(List<KeyedState> keyedStates, Map<String, TimerHeader> headers) {
    static Timers of(SnapshotFiles files, KeyedHandle raw) {
      if (!(raw instanceof Sections sections) || sections.layout() != Layout.RAW) {
        throw SavepointException.unsupported(files.toString(), "unknown raw keyed state");
      }
      try (RawTimerReader reader = KeyedHandles.rawTimers(files, sections, Scope.ALL)) {
        return new Timers(reader.ofFirstGroup(), reader.headers());
      }
    }

    TimerHeader first() {
      return headers.values().iterator().next();
    }

    List<StateHeader> states() {
      List<StateHeader> states = new ArrayList<>();
      headers.forEach((name, header) -> states.add(header.of(name)));
      return states;
    }

    EntryReader merged(
        EntryReader managed, SnapshotFiles files, KeyedHandle raw, int maxParallelism) {
      return new EntryMerge(managed, KeyedHandles.open(files, raw, maxParallelism), keyedStates);
    }
  }
}
