// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.serializer;

import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;

/**
 * A serializer snapshot that is written: the mirror of {@link SnapshotBody}.
 *
 * @param writer writes the snapshots inside it
 */
public record SnapshotOutput(ByteWriter out, NestedWriter writer) {
  private static final int VERSION = 3;

  /** Writes a snapshot inside another one. */
  @FunctionalInterface
  public interface NestedWriter {
    /**
     * Writes the class, the version and the body of a snapshot.
     *
     * @throws UnwritableSnapshotException if it or one inside it cannot be written
     */
    void write(ValueType type, ByteWriter out);
  }

  /** Writes the class and the version of a snapshot, which precede its body. */
  public void begin(String className, int version) {
    out.writeUtf(className);
    out.writeInt(version);
  }

  /** Writes the snapshot of a serializer without settings. */
  public void simple(String className) {
    begin(className, VERSION);
  }

  /** Writes all of a composite snapshot up to its own part, of which this is the version. */
  public void beginComposite(String className, int outerVersion) {
    begin(className, VERSION);
    out.writeInt(SnapshotBody.OUTER_MAGIC);
    out.writeInt(outerVersion);
  }

  /** Writes a composite snapshot that has no part of its own. */
  public void composite(String className, int outerVersion, ValueType... nested) {
    beginComposite(className, outerVersion);
    nested(List.of(nested));
  }

  /** Writes the nested snapshots of a composite one. */
  public void nested(List<ValueType> types) {
    beginNested(types.size());
    types.forEach(this::versioned);
  }

  /** Writes what precedes so many nested snapshots. */
  public void beginNested(int count) {
    out.writeInt(SnapshotBody.NESTED_MAGIC);
    out.writeInt(SnapshotBody.NESTED_VERSION);
    out.writeInt(count);
  }

  /** Writes a nested snapshot. */
  public void versioned(ValueType type) {
    writer.write(type, out);
  }

  /** Writes a nested snapshot after its length. */
  void framed(ValueType type) {
    ByteWriter frame = new ByteWriter();
    writer.write(type, frame);
    out.writeInt(frame.size());
    out.writeBytes(frame.buffer(), 0, frame.size());
  }
}
