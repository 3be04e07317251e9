// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.serializer;

import io.drey.state.snapshot.bytes.ByteHash;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The maps in serializer snapshots, whose entries are framed since they may be absent. */
public final class NamedSnapshots {
  private static final long HEADER = 0x4f2c69a3d70L;
  private static final OpaqueType MISSING = new OpaqueType("missing serializer", 0);

  private NamedSnapshots() {}

  /** Reads names with their types. */
  public static List<Field> read(SnapshotBody body) {
    ByteReader in = body.in();
    int count = readHeader(in);
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = in.readUtf();
      String owner = readOwner(in);
      fields.add(Field.of(name, readType(body)).ownedBy(owner));
    }
    return fields;
  }

  /** Reads the class that declares a field, before the field's name; null if it has none. */
  private static @Nullable String readOwner(ByteReader in) {
    int length = in.readBoolean() ? in.readCount() : 0;
    return length == 0 ? null : in.slice(length).readUtf();
  }

  /**
   * Writes the fields of a class.
   *
   * @param className declares those fields of which no other class is known to do so
   */
  public static void writeFields(List<Field> fields, String className, SnapshotOutput out) {
    writeHeader(fields.size(), out.out());
    for (Field field : fields) {
      ByteWriter key = new ByteWriter();
      key.writeUtf(field.owner() == null ? className : field.owner());
      key.writeUtf(field.name());
      write(field, key, out);
    }
  }

  /** Writes classes by name. */
  public static void writeClasses(List<Field> classes, SnapshotOutput out) {
    writeHeader(classes.size(), out.out());
    ByteWriter noKey = new ByteWriter();
    for (Field each : classes) {
      write(each, noKey, out);
    }
  }

  private static void writeHeader(int count, ByteWriter out) {
    out.writeLong(HEADER);
    out.writeInt(count);
  }

  private static void write(Field entry, ByteWriter key, SnapshotOutput out) {
    ByteWriter bytes = out.out();
    bytes.writeUtf(entry.name());
    bytes.writeBoolean(true);
    bytes.writeInt(key.size());
    bytes.writeBytes(key.buffer(), 0, key.size());
    boolean isPresent = !entry.type().equals(MISSING);
    bytes.writeBoolean(isPresent);
    if (isPresent) {
      out.framed(entry.type());
    }
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
      return MISSING;
    }
    int length = body.in().readCount();
    ByteReader frame = body.in().slice(length);
    try {
      return body.within(frame).versioned();
    } catch (UnknownSnapshotException e) {
      frame.position(0);
      OpaqueType type = new OpaqueType(e.className(), length, ByteHash.of(frame), List.of());
      frame.position(length);
      body.recorder().record(e.className(), body.depth() + 1, type, frame, 0);
      return type;
    }
  }
}
