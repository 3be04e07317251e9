// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import io.drey.operators.meaning.OperatorMarker;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.metadata.KeyedHandle.DatabaseFile;
import io.drey.state.snapshot.metadata.KeyedHandle.Layout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the handles of keyed state. */
final class KeyedHandleReader {
  private static final int NULL = 0;
  private static final int KEY_GROUPS = 3;
  private static final int INCREMENTAL = 5;
  private static final int SAVEPOINT_KEY_GROUPS = 7;
  private static final int CHANGELOG = 8;
  private static final int CHANGELOG_BYTES = 9;
  private static final int CHANGELOG_FILES = 10;
  private static final int INCREMENTAL_V2 = 11;
  private static final int KEY_GROUPS_V2 = 12;
  private static final int CHANGELOG_FILES_V2 = 13;
  private static final int CHANGELOG_V2 = 14;

  private static final int DEEPEST = 3;
  private static final int MOST_GROUPS = 1 << 15;

  private final ByteReader in;
  private final HandleReader streams;
  private final @Nullable OperatorMarker marker;
  private int depth;

  KeyedHandleReader(ByteReader in, HandleReader streams, @Nullable OperatorMarker marker) {
    this.in = in;
    this.streams = streams;
    this.marker = marker;
  }

  /**
   * Reads a handle.
   *
   * @param own the format of a file that is not canonical
   */
  @Nullable KeyedHandle read(Layout own) {
    int type = in.readByte();
    return switch (type) {
      case NULL -> null;
      case KEY_GROUPS -> sections(own);
      case KEY_GROUPS_V2 -> {
        KeyedHandle handle = sections(own);
        in.readUtf();
        yield handle;
      }
      case SAVEPOINT_KEY_GROUPS -> sections(Layout.CANONICAL);
      case INCREMENTAL, INCREMENTAL_V2 -> database(type == INCREMENTAL_V2);
      case CHANGELOG, CHANGELOG_V2 -> changelog(type == CHANGELOG_V2);
      case CHANGELOG_BYTES -> changelogBytes();
      case CHANGELOG_FILES, CHANGELOG_FILES_V2 -> changelogFiles(type == CHANGELOG_FILES_V2);
      default -> throw in.malformed("unknown type of a keyed state handle: " + type);
    };
  }

  private KeyGroups groups() {
    int first = in.readInt();
    int count = in.readInt();
    if (first < 0 || first >= MOST_GROUPS || count < 0 || count > MOST_GROUPS - first) {
      throw in.malformed("invalid key groups: " + count + " from " + first + " on");
    }
    return new KeyGroups(first, count);
  }

  private @Nullable KeyedHandle sections(Layout layout) {
    KeyGroups groups = groups();
    List<Long> offsets = streams.offsets(groups.count());
    FileSlice file = streams.stream();
    return file == null ? null : new KeyedHandle.Sections(groups, offsets, file, layout, marker);
  }

  private @Nullable KeyedHandle database(boolean isV2) {
    in.readLong();
    in.readUtf();
    KeyGroups groups = groups();
    if (isV2) {
      in.readLong();
    }
    FileSlice header = streams.stream();
    List<DatabaseFile> files = new ArrayList<>();
    addFiles(files);
    addFiles(files);
    if (isV2) {
      in.readUtf();
    }
    return header == null ? null : new KeyedHandle.Database(groups, header, files, marker);
  }

  private void addFiles(List<DatabaseFile> files) {
    for (int rest = in.readCount(); rest > 0; rest--) {
      String name = in.readUtf();
      FileSlice slice = streams.stream();
      if (slice != null) {
        files.add(new DatabaseFile(name, slice));
      }
    }
  }

  private KeyedHandle changelog(boolean isV2) {
    KeyGroups groups = groups();
    in.readLong();
    List<KeyedHandle> materialized = handles();
    List<KeyedHandle> changes = handles();
    in.readLong();
    if (isV2) {
      in.readLong();
    }
    in.readUtf();
    long bytes = 0;
    for (KeyedHandle handle : materialized) {
      bytes += handle.bytes();
    }
    for (KeyedHandle handle : changes) {
      bytes += handle.bytes();
    }
    return new KeyedHandle.Changelog(groups, materialized, bytes);
  }

  private List<KeyedHandle> handles() {
    if (++depth > DEEPEST) {
      throw in.malformed("handles are nested deeper than " + DEEPEST);
    }
    List<KeyedHandle> handles = new ArrayList<>();
    for (int rest = in.readCount(); rest > 0; rest--) {
      KeyedHandle handle = read(Layout.HEAP);
      if (handle != null) {
        handles.add(handle);
      }
    }
    depth--;
    return handles;
  }

  private KeyedHandle changelogBytes() {
    KeyGroups groups = groups();
    in.skip(2 * Long.BYTES);
    long bytes = 0;
    for (int rest = in.readCount(); rest > 0; rest--) {
      in.readInt();
      int length = in.readCount();
      in.skip(length);
      bytes += length;
    }
    in.readUtf();
    return new KeyedHandle.Changelog(groups, List.of(), bytes);
  }

  private KeyedHandle changelogFiles(boolean hasStorage) {
    KeyGroups groups = groups();
    for (int rest = in.readCount(); rest > 0; rest--) {
      in.readLong();
      streams.stream();
    }
    long bytes = in.readSize();
    in.readLong();
    in.readUtf();
    if (hasStorage) {
      in.readUtf();
    }
    return new KeyedHandle.Changelog(groups, List.of(), bytes);
  }
}
