// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.KeyedHandle.Layout;
import io.drey.state.snapshot.metadata.KeyedHandle.Sections;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.registry.StateMeanings;
import java.util.List;

/** Opens keyed state in any snapshot format. */
public final class KeyedHandles {
  private KeyedHandles() {}

  /** Reads the states of a handle. */
  public static List<KeyedState> states(SnapshotFiles files, KeyedHandle handle) {
    if (handle instanceof Sections sections && sections.layout() == Layout.RAW) {
      try (RawTimerReader timers = rawTimers(files, sections, Scope.ALL)) {
        return meant(timers.ofFirstGroup(), handle);
      }
    }
    return meant(KeyedState.of(header(files, handle)), handle);
  }

  /** Reads the header of a handle, which is not one of raw keyed state. */
  public static FileHeader header(SnapshotFiles files, KeyedHandle handle) {
    if (handle instanceof Sections stored) {
      try (KeyGroupSections all = open(files, WrittenLayout.of(files, stored), Scope.ALL)) {
        return FileHeader.keyed(all.header(), files.headerSearches());
      }
    }
    return header(files, database(files, handle).header());
  }

  /** Adds what the states of Drey's operators stand for. */
  private static List<KeyedState> meant(List<KeyedState> states, KeyedHandle handle) {
    StateMeanings meanings = StateMeanings.of(handle.marker());
    return states.stream().map(state -> state.with(meanings)).toList();
  }

  private static FileHeader header(SnapshotFiles files, FileSlice header) {
    try (ByteReader in = files.open(header)) {
      if (in.remaining() > Integer.MAX_VALUE) {
        throw in.malformed("a header of " + in.remaining() + " bytes is too long");
      }
      return FileHeader.keyed(in.slice((int) in.remaining()), files.headerSearches());
    }
  }

  /**
   * Opens the entries of a handle.
   *
   * @param maxParallelism the operator's max parallelism, which determines the layout of keys
   */
  public static EntryReader open(SnapshotFiles files, KeyedHandle handle, int maxParallelism) {
    return open(files, handle, maxParallelism, Scope.ALL);
  }

  /** Opens the entries of a handle that are within a scope. */
  public static EntryReader open(
      SnapshotFiles files, KeyedHandle handle, int maxParallelism, Scope scope) {
    if (handle instanceof Sections sections) {
      return sections.layout() == Layout.RAW
          ? rawTimers(files, sections, scope)
          : entries(files, WrittenLayout.of(files, sections), maxParallelism, scope);
    }
    KeyedHandle.Database database = database(files, handle);
    List<KeyedState> states = meant(KeyedState.of(header(files, database.header())), handle);
    return states.isEmpty()
        ? new EmptyReader()
        : new DatabaseReader(
            Database.open(files, database), states, handle.groups(), maxParallelism, scope);
  }

  static RawTimerReader rawTimers(SnapshotFiles files, Sections handle, Scope scope) {
    return new RawTimerReader(open(files, handle, scope), StateMeanings.of(handle.marker()));
  }

  private static KeyGroupSections open(SnapshotFiles files, Sections handle, Scope scope) {
    return new KeyGroupSections(files.open(handle.file()), handle, scope);
  }

  private static EntryReader entries(
      SnapshotFiles files, Sections handle, int maxParallelism, Scope scope) {
    KeyGroupSections sections = open(files, handle, scope);
    try {
      FileHeader header = FileHeader.keyed(sections.header(), files.headerSearches());
      if (header.isCompressed()) {
        sections.decompress();
      }
      List<KeyedState> states = meant(KeyedState.of(header), handle);
      if (!states.isEmpty()) {
        return handle.layout() == Layout.CANONICAL
            ? new CanonicalReader(sections, states, maxParallelism)
            : new HeapReader(sections, states, maxParallelism, files.searchBudget());
      }
    } catch (SavepointException e) {
      sections.close();
      throw e;
    }
    sections.close();
    return new EmptyReader();
  }

  private static KeyedHandle.Database database(SnapshotFiles files, KeyedHandle handle) {
    if (handle instanceof KeyedHandle.Database database) {
      return database;
    }
    throw SavepointException.unsupported(
        files.toString(),
        "it holds a changelog, which only a running job can read (take a savepoint)");
  }
}
