package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.metadata.FileSlice;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.KeyedHandle.Changelog;
import io.drey.state.snapshot.metadata.KeyedHandle.Database;
import io.drey.state.snapshot.metadata.KeyedHandle.Layout;
import io.drey.state.snapshot.metadata.KeyedHandle.Sections;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.List;

/** Opens keyed state, however it lies. */
public final class KeyedHandles {
  private KeyedHandles() {}

  /** The states of a handle. */
  public static List<KeyedState> states(SnapshotFiles files, KeyedHandle handle) {
    try (ByteReader in = files.open(headerFile(handle))) {
      return KeyedState.of(header(in, handle));
    }
  }

  private static FileSlice headerFile(KeyedHandle handle) {
    if (handle instanceof Sections sections) {
      return sections.file();
    }
    if (handle instanceof Database database) {
      return database.header();
    }
    throw unsupported();
  }

  private static FileHeader header(ByteReader in, KeyedHandle handle) {
    if (handle instanceof Sections sections) {
      return FileHeader.keyed(new KeyGroupSections(in, sections).header());
    }
    return FileHeader.keyed(in.slice((int) in.remaining()));
  }

  /**
   * The entries of a handle.
   *
   * @param maxParallelism of the operator, which decides the layout of keys
   */
  public static Entries open(SnapshotFiles files, KeyedHandle handle, int maxParallelism) {
    if (handle instanceof Changelog) {
      throw unsupported();
    }
    if (handle instanceof Sections sections) {
      return open(files, sections, maxParallelism);
    }
    throw unsupported();
  }

  private static Entries open(SnapshotFiles files, Sections handle, int maxParallelism) {
    KeyGroupSections sections = new KeyGroupSections(files.open(handle.file()), handle);
    FileHeader header = FileHeader.keyed(sections.header());
    if (header.isCompressed()) {
      sections.decompress();
    }
    List<KeyedState> states = KeyedState.of(header);
    if (states.isEmpty()) {
      sections.close();
      return new NoEntries();
    }
    return handle.layout() == Layout.CANONICAL
        ? new CanonicalEntries(sections, states, maxParallelism)
        : new HeapEntries(sections, states);
  }

  private static SavepointException unsupported() {
    return new SavepointException("snapshot", "it is a changelog");
  }
}
