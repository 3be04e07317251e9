// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import io.drey.operators.meaning.OperatorMarker;
import io.drey.state.snapshot.file.FileSlice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a subtask's keyed state, and their format. */
public sealed interface KeyedHandle {
  KeyGroups groups();

  long bytes();

  /** What marks the operator as one of Drey's; null if it is another job's. */
  default @Nullable OperatorMarker marker() {
    return null;
  }

  /**
   * A file with a section for each key group.
   *
   * @param offsets the offset of the section of each key group
   */
  record Sections(
      KeyGroups groups,
      List<Long> offsets,
      FileSlice file,
      Layout layout,
      @Nullable OperatorMarker marker)
      implements KeyedHandle {
    @Override
    public long bytes() {
      return file.length();
    }
  }

  /** The format of a section. */
  enum Layout {
    /** The canonical savepoint format, which all state backends can write and read. */
    CANONICAL,
    /** The native format of the HashMap backend. */
    HEAP,
    /** Raw keyed state, which operators write themselves: above all timers. */
    RAW;

    /** Whether an offset means that the key group has no section. */
    public boolean isNone(long offset) {
      return (this == CANONICAL && offset == 0) || (this == RAW && offset == -1);
    }
  }

  /** The files of a RocksDB or ForSt database. */
  record Database(
      KeyGroups groups, FileSlice header, List<DatabaseFile> files, @Nullable OperatorMarker marker)
      implements KeyedHandle {

    @Override
    public long bytes() {
      return header.length() + files.stream().mapToLong(file -> file.slice().length()).sum();
    }
  }

  /** A file and its name within the database. */
  record DatabaseFile(String name, FileSlice slice) {}

  /**
   * A changelog on top of materialized state.
   *
   * @param materialized the handles of the materialized state
   */
  record Changelog(KeyGroups groups, List<KeyedHandle> materialized, long bytes)
      implements KeyedHandle {}
}
