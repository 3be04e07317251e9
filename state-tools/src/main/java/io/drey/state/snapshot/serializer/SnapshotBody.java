package io.drey.state.snapshot.serializer;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows the class and the version of a serializer's snapshot.
 *
 * @param depth how many snapshots it lies in
 */
public record SnapshotBody(ByteReader in, String className, int version, int depth) {
  private static final int OUTER_MAGIC = 911_108;
  private static final int NESTED_MAGIC = 1_333_245;
  private static final int NESTED_VERSION = 1;
  private static final int LAST_VERSION_WITHOUT_MAGIC = 2;

  /** The snapshot of a serializer without settings; older ones repeat its name. */
  public ValueType simple(ValueType type) {
    if (version == 2) {
      in.readUtf();
    } else {
      in.expectVersion(version, 3, className);
    }
    return type;
  }

  /** The version of a composed snapshot's own part, which follows. */
  public int outerVersion() {
    if (version <= LAST_VERSION_WITHOUT_MAGIC) {
      return version;
    }
    in.expectInt(OUTER_MAGIC, "the mark of " + className);
    return in.readInt();
  }

  /** The types a composed one is made of. */
  public List<ValueType> nested() {
    in.expectInt(NESTED_MAGIC, "the mark of the parts of " + className);
    in.expectInt(NESTED_VERSION, "the version of the parts of " + className);
    int count = in.readCount();
    List<ValueType> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      types.add(versioned());
    }
    return types;
  }

  /** Exactly that many. */
  public List<ValueType> nested(int count) {
    List<ValueType> types = nested();
    if (types.size() != count) {
      throw in.malformed(className + " has " + types.size() + " parts instead of " + count);
    }
    return types;
  }

  /** A snapshot in this one. */
  public ValueType versioned() {
    return SerializerSnapshots.versioned(in, depth + 1);
  }

  SnapshotBody within(ByteReader frame) {
    return new SnapshotBody(frame, className, version, depth);
  }
}
