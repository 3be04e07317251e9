// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.serializer;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import java.util.Arrays;

/** The bytes of a serializer snapshot, so that it can be written as it was read. */
public final class SnapshotBytes {
  private final byte[] bytes;

  private SnapshotBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns what has been read since a position. */
  public static SnapshotBytes since(int from, ByteReader in) {
    return new SnapshotBytes(Arrays.copyOfRange(in.bytes(), from, in.position()));
  }

  /** Returns all that was written. */
  public static SnapshotBytes of(ByteWriter out) {
    return new SnapshotBytes(out.bytes());
  }

  /** Returns a copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Writes the snapshot. */
  public void write(ByteWriter out) {
    out.writeBytes(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SnapshotBytes same && Arrays.equals(bytes, same.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
