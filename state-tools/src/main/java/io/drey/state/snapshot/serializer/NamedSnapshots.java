// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.serializer;

import io.drey.state.snapshot.bytes.ByteHash;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Reads the maps in serializer snapshots, whose entries are framed since they may be absent. */
public final class NamedSnapshots {
  private static final long HEADER = 0x4f2c69a3d70L;

  private NamedSnapshots() {}

  /** Reads names with their types. */
  public static List<Field> read(SnapshotBody body) {
    ByteReader in = body.in();
    int count = readHeader(in);
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = in.readUtf();
      skipFrame(in);
      fields.add(Field.of(name, readType(body)));
    }
    return fields;
  }

  /** Reads the names of a map, each with a digest of what stands beside it. */
  public static List<String> contents(ByteReader in) {
    int count = readHeader(in);
    List<String> contents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = in.readUtf();
      int start = in.position();
      skipFrame(in);
      skipFrame(in);
      int length = in.position() - start;
      in.position(start);
      contents.add(name + " " + Long.toHexString(ByteHash.of(in.slice(length))));
    }
    return List.copyOf(contents);
  }

  /** Reads the names of a map and skips its values. */
  public static List<String> names(ByteReader in) {
    int count = readHeader(in);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(in.readUtf());
      skipFrame(in);
      skipFrame(in);
    }
    return List.copyOf(names);
  }

  /** Reads the number of entries. */
  public static int readHeader(ByteReader in) {
    long header = in.readLong();
    if (header != HEADER) {
      throw in.malformed("the magic number of a map is " + header + " instead of " + HEADER);
    }
    return in.readCount();
  }

  /** Skips a framed entry. */
  public static void skipFrame(ByteReader in) {
    if (in.readBoolean()) {
      in.skip(in.readCount());
    }
  }

  private static ValueType readType(SnapshotBody body) {
    if (!body.in().readBoolean()) {
      return new OpaqueType("missing serializer", 0);
    }
    int length = body.in().readCount();
    ByteReader frame = body.in().slice(length);
    try {
      return body.within(frame).versioned();
    } catch (UnknownSnapshotException e) {
      frame.position(0);
      return new OpaqueType(e.className(), length, ByteHash.of(frame), List.of());
    }
  }
}
