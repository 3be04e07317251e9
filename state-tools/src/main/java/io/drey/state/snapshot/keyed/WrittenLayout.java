// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.metadata.KeyedHandle.Layout;
import io.drey.state.snapshot.metadata.KeyedHandle.Sections;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.List;

/**
 * Tells the format of a file from its bytes. Up to Flink 1.16, handles of the HashMap backend's
 * native files are also those of canonical files, which RocksDB wrote.
 */
final class WrittenLayout {
  private static final int LAST_METADATA_WITHOUT_DISTINCTION = 4;
  private static final int END = 0xFFFF;
  private static final int NUMBER_FOLLOWS = 0x80;

  private WrittenLayout() {}

  /** Returns a handle with the format that its file has. */
  static Sections of(SnapshotFiles files, Sections handle) {
    if (handle.layout() != Layout.HEAP) {
      return handle;
    }
    try (ByteReader in = files.open(handle.file())) {
      if (in.metadataVersion() > LAST_METADATA_WITHOUT_DISTINCTION || !isCanonical(in, handle)) {
        return handle;
      }
    }
    return new Sections(
        handle.groups(), handle.offsets(), handle.file(), Layout.CANONICAL, handle.marker());
  }

  /**
   * A native file has each key group's number at its offset, and no key group without one. The same
   * bytes in a canonical file are the number of a state and the length of a key, which are never
   * another key group's number than 0.
   */
  private static boolean isCanonical(ByteReader in, Sections handle) {
    List<Long> offsets = handle.offsets();
    if (offsets.isEmpty() || offsets.contains(0L)) {
      return !offsets.isEmpty();
    }
    int last = offsets.size() - 1;
    long offset = offsets.get(last);
    if (offset < 0 || offset > in.remaining() - Integer.BYTES) {
      return false;
    }
    in.skip(offset);
    in.mark();
    int lastGroup = handle.groups().first() + last;
    boolean isNumber = in.readInt() == lastGroup;
    in.position(in.marked());
    return !isNumber || (lastGroup == 0 && isWhole(in));
  }

  /** Whether the rest of the file is one key group in canonical format. */
  private static boolean isWhole(ByteReader in) {
    in.unmark();
    try {
      int number = in.readUnsignedShort();
      while (number != END) {
        boolean isLast = false;
        while (!isLast) {
          int keyBytes = in.readCount();
          isLast = (in.readByte() & NUMBER_FOLLOWS) != 0;
          in.skip(keyBytes - 1L);
          in.skip(in.readCount());
        }
        number = in.readUnsignedShort();
      }
      return in.isAtEnd();
    } catch (SavepointException e) {
      return false;
    }
  }
}
