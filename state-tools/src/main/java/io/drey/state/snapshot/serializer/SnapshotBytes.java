// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.serializer;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import java.util.Arrays;

/** The bytes of a serializer snapshot, so that it can be written as it was read. */
public final class SnapshotBytes {
  private final byte[] bytes;
  private final int metadataVersion;

  private SnapshotBytes(byte[] bytes, int metadataVersion) {
    this.bytes = bytes;
    this.metadataVersion = metadataVersion;
  }

  /** Returns what has been read since a position. */
  public static SnapshotBytes since(int from, ByteReader in) {
    return new SnapshotBytes(
        Arrays.copyOfRange(in.bytes(), from, in.position()), in.metadataVersion());
  }

  /**
   * Returns all that was written.
   *
   * @param metadataVersion the version of the snapshot's metadata, on which types depend
   */
  public static SnapshotBytes of(ByteWriter out, int metadataVersion) {
    return new SnapshotBytes(out.bytes(), metadataVersion);
  }

  /** The version of the metadata of the snapshot that it is in. */
  public int metadataVersion() {
    return metadataVersion;
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
