// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import io.drey.operators.meaning.OperatorMarker;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.metadata.KeyedHandle.Layout;
import io.drey.state.snapshot.metadata.OperatorHandle.Mode;
import io.drey.state.snapshot.metadata.OperatorHandle.Partitions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the state handles of a subtask, which name the files of its state. */
final class HandleReader {
  private static final int NULL = 0;
  private static final int BYTES = 1;
  private static final int FILE = 2;
  private static final int KEY_GROUPS = 3;
  private static final int PARTITIONS = 4;
  private static final int RELATIVE_FILE = 6;
  private static final int SEGMENT = 15;
  private static final int EMPTY_SEGMENT = 16;
  private static final int SEGMENT_PARTITIONS = 17;

  private static final int FIRST_WITH_MERGED_CHANNELS = 6;
  private static final int MERGED_INPUT = 3;
  private static final int MERGED_OUTPUT = 4;

  private final ByteReader in;
  private final String path;
  private final int version;
  private final List<FileReference> references = new ArrayList<>();

  HandleReader(ByteReader in, String path, int version) {
    this.in = in;
    this.path = path;
    this.version = version;
  }

  /** The files that have been named so far, in the order of their names. */
  List<FileReference> references() {
    return List.copyOf(references);
  }

  SubtaskSnapshot subtask(int index) {
    long start = in.offset();
    OperatorHandle managedOperator = operatorOrNull();
    ByteRange ofManagedOperator = ByteRange.since(start, in);
    OperatorHandle rawOperator = operatorOrNull();
    ByteRange ofRawOperator = ByteRange.since(ofManagedOperator.to(), in);
    OperatorMarker marker = managedOperator == null ? null : managedOperator.marker();
    KeyedHandleReader keyed = new KeyedHandleReader(in, this, marker);
    KeyedHandle managedKeyed = keyed.read(Layout.HEAP);
    ByteRange ofManagedKeyed = ByteRange.since(ofRawOperator.to(), in);
    KeyedHandle rawKeyed = keyed.read(Layout.RAW);
    ByteRange ofRawKeyed = ByteRange.since(ofManagedKeyed.to(), in);
    long inFlightBytes = channels() + channels();
    ByteRange ofChannels = ByteRange.since(ofRawKeyed.to(), in);
    return new SubtaskSnapshot(
        index,
        false,
        managedOperator,
        rawOperator,
        managedKeyed,
        rawKeyed,
        inFlightBytes,
        new SubtaskRanges(
            ofManagedOperator, ofRawOperator, ofManagedKeyed, ofRawKeyed, ofChannels));
  }

  private @Nullable OperatorHandle operatorOrNull() {
    return in.readInt() == 0 ? null : operator();
  }

  private @Nullable OperatorHandle operator() {
    int type = in.readByte();
    if (type == NULL) {
      return null;
    }
    if (type != PARTITIONS && type != SEGMENT_PARTITIONS) {
      throw in.malformed("unknown type of an operator state handle: " + type);
    }
    List<Partitions> all = new ArrayList<>();
    for (int rest = in.readCount(); rest > 0; rest--) {
      all.add(partitions());
    }
    if (type == SEGMENT_PARTITIONS) {
      in.readUtf();
      in.readUtf();
      in.readBoolean();
    }
    FileSlice file = stream();
    return file == null
        ? null
        : new OperatorHandle(List.copyOf(all), file, type == SEGMENT_PARTITIONS);
  }

  private Partitions partitions() {
    String state = in.readUtf();
    Mode mode = Mode.of(in);
    return new Partitions(state, mode, offsets(in.readCount()));
  }

  List<Long> offsets(int count) {
    Long[] offsets = new Long[count];
    for (int i = 0; i < count; i++) {
      offsets[i] = in.readLong();
    }
    return List.of(offsets);
  }

  /** Reads a file, or bytes in the metadata itself; null if there is no state. */
  @Nullable FileSlice stream() {
    long from = in.offset();
    int type = in.readByte();
    FileSlice slice = stream(type);
    if (slice != null && type != BYTES && type != KEY_GROUPS) {
      references.add(new FileReference(ByteRange.since(from, in), slice));
    }
    return slice;
  }

  private @Nullable FileSlice stream(int type) {
    return switch (type) {
      case NULL, EMPTY_SEGMENT -> null;
      case BYTES -> bytes();
      case FILE -> {
        long length = in.readSize();
        yield FileSlice.whole(in.readUtf(), length);
      }
      case RELATIVE_FILE -> FileSlice.whole(in.readUtf(), in.readSize());
      case SEGMENT -> segment();
      case KEY_GROUPS -> {
        in.readInt();
        offsets(in.readCount());
        yield stream();
      }
      default -> throw in.malformed("unknown type of a file handle: " + type);
    };
  }

  private FileSlice bytes() {
    in.readUtf();
    int length = in.readCount();
    FileSlice slice = FileSlice.part(path, in.offset(), length);
    in.skip(length);
    return slice;
  }

  private FileSlice segment() {
    long start = in.readSize();
    long length = in.readSize();
    in.readInt();
    String file = in.readUtf();
    in.readUtf();
    return FileSlice.part(file, start, length);
  }

  /** Skips in-flight events and returns their size. */
  private long channels() {
    long bytes = 0;
    for (int rest = in.readCount(); rest > 0; rest--) {
      int type = version >= FIRST_WITH_MERGED_CHANNELS ? in.readByte() : 0;
      bytes += type == MERGED_INPUT || type == MERGED_OUTPUT ? mergedChannels() : channel();
    }
    return bytes;
  }

  private long channel() {
    in.skip(3 * Integer.BYTES);
    in.skip((long) in.readCount() * Long.BYTES);
    long bytes = in.readSize();
    stream();
    return bytes;
  }

  private long mergedChannels() {
    in.skip(Integer.BYTES);
    long bytes = in.readSize();
    stream();
    in.skip(in.readCount());
    return bytes;
  }
}
