// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.serializer;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of a serializer snapshot, after its class and version.
 *
 * @param depth how deep it is nested in other snapshots
 * @param recorder is told of the snapshots nested in it
 */
public record SnapshotBody(
    ByteReader in,
    String className,
    int version,
    int depth,
    NestedReader reader,
    SnapshotRecorder recorder) {
  /** Reads a snapshot inside another one. */
  @FunctionalInterface
  public interface NestedReader {
    /** Reads the class, the version and the body of a snapshot that is nested this deep. */
    ValueType read(ByteReader in, int depth);
  }

  /** Before the parts of a composite snapshot. */
  public static final int NESTED_MAGIC = 1_333_245;

  /** The version of these, which follows. */
  public static final int NESTED_VERSION = 1;

  /** Before a composite snapshot's own part. */
  static final int OUTER_MAGIC = 911_108;

  /** Before a snapshot that is not nested in another one. */
  public static final int FRAMING = 2;

  private static final int LAST_VERSION_WITHOUT_MAGIC = 2;

  /** Reads the snapshot of a serializer without settings; older versions repeat its name. */
  public ValueType simple(ValueType type) {
    if (version == 2) {
      in.readUtf();
    } else {
      in.expectVersion(version, 3, className);
    }
    return type;
  }

  /** Reads the version of a composite snapshot's own part, which follows. */
  public int outerVersion() {
    if (version <= LAST_VERSION_WITHOUT_MAGIC) {
      return version;
    }
    in.expectInt(OUTER_MAGIC, "the magic number of " + className);
    return in.readInt();
  }

  /** Reads the nested types of a composite snapshot. */
  public List<ValueType> nested() {
    in.expectInt(NESTED_MAGIC, "the magic number of the parts of " + className);
    in.expectInt(NESTED_VERSION, "the version of the parts of " + className);
    int count = in.readCount();
    List<ValueType> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      types.add(versioned());
    }
    return types;
  }

  /** Reads exactly that many nested types. */
  public List<ValueType> nested(int count) {
    List<ValueType> types = nested();
    if (types.size() != count) {
      throw in.malformed(className + " has " + types.size() + " parts instead of " + count);
    }
    return types;
  }

  /** Reads a nested snapshot. */
  public ValueType versioned() {
    return reader.read(in, depth + 1);
  }

  /** Returns the same body within a part of it. */
  SnapshotBody within(ByteReader frame) {
    return new SnapshotBody(frame, className, version, depth, reader, recorder);
  }
}
