package io.drey.state.snapshot.metadata;

import java.util.List;

/** Where a subtask's keyed state lies, and how. */
public sealed interface KeyedHandle {
  KeyGroups groups();

  long bytes();

  /** Whether a step of a pipeline file keeps it, so that it is known what its states mean. */
  default boolean isOfStep() {
    return false;
  }

  /** The same, of a step of a pipeline file. */
  default KeyedHandle ofStep() {
    return this;
  }

  /**
   * One file, in which each key group has a section.
   *
   * @param offsets where the section of each group begins
   */
  record Sections(
      KeyGroups groups, List<Long> offsets, FileSlice file, Layout layout, boolean isOfStep)
      implements KeyedHandle {
    @Override
    public long bytes() {
      return file.length();
    }

    @Override
    public KeyedHandle ofStep() {
      return new Sections(groups, offsets, file, layout, true);
    }
  }

  /** How a section is laid out. */
  enum Layout {
    /** As all state backends write savepoints that any of them can read. */
    CANONICAL,
    /** As the HashMap backend writes its own. */
    HEAP,
    /** As operators write what they manage themselves, timers in the first place. */
    RAW;

    /** Whether an offset says that a group has no section. */
    public boolean isNone(long offset) {
      return (this == CANONICAL && offset == 0) || (this == RAW && offset == -1);
    }
  }

  /** The files of a RocksDB or ForSt database. */
  record Database(KeyGroups groups, FileSlice header, List<DatabaseFile> files, boolean isOfStep)
      implements KeyedHandle {
    @Override
    public KeyedHandle ofStep() {
      return new Database(groups, header, files, true);
    }

    @Override
    public long bytes() {
      return header.length() + files.stream().mapToLong(file -> file.slice().length()).sum();
    }
  }

  /** A file under the name that the database knows it by. */
  record DatabaseFile(String name, FileSlice slice) {}

  /**
   * A log of changes upon what was written before.
   *
   * @param materialized what was written before
   */
  record Changelog(KeyGroups groups, List<KeyedHandle> materialized, long bytes)
      implements KeyedHandle {}
}
