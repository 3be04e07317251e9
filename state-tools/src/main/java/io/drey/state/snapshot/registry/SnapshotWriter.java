// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.serializer.SnapshotOutput;
import io.drey.state.snapshot.serializer.UnknownSnapshotException;
import io.drey.state.snapshot.serializer.UnwritableSnapshotException;
import io.drey.state.snapshot.type.ValueType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes serializer snapshots by type, as Flink reads them. What a savepoint has of a type is
 * written again byte for byte, also within a type that changed; else a snapshot is made of the type
 * alone, which is possible for those of scalars, collections, POJOs, records, tuples and rows.
 */
public final class SnapshotWriter {
  private final Map<ValueType, byte @Nullable []> kept = new HashMap<>();
  private final int metadataVersion;

  /** Makes a writer of new snapshots only. */
  public SnapshotWriter() {
    this(ByteReader.UNKNOWN_VERSION);
  }

  /**
   * Makes a writer of the snapshots of a savepoint.
   *
   * @param metadataVersion the version of the savepoint's metadata, on which types depend
   */
  public SnapshotWriter(int metadataVersion) {
    this.metadataVersion = metadataVersion;
  }

  /**
   * Keeps a snapshot as it is, and all those that are nested in it.
   *
   * @param snapshot its bytes as in a header, with the number of their framing
   */
  public void keep(ValueType type, byte[] snapshot) {
    SnapshotParts parts = new SnapshotParts();
    try {
      SerializerSnapshots.read(
          ByteReader.of("snapshot", snapshot).ofMetadata(metadataVersion), parts);
    } catch (UnknownSnapshotException e) {
      parts.recordUnknown(type, Arrays.copyOfRange(snapshot, Integer.BYTES, snapshot.length));
    }
    parts.addTo(kept);
  }

  /**
   * Has a type described by a snapshot of its own, whatever the savepoint has.
   *
   * @param snapshot its bytes as in a header, with the number of their framing
   */
  public void describe(ValueType type, byte[] snapshot) {
    kept.put(PlainTypes.of(type), Arrays.copyOfRange(snapshot, Integer.BYTES, snapshot.length));
  }

  /**
   * Writes the snapshot of a type, with the number of its framing.
   *
   * @throws UnwritableSnapshotException if that of the type, or of one within it, was not kept and
   *     cannot be made
   */
  public void write(ValueType type, ByteWriter out) {
    out.writeInt(SnapshotBody.FRAMING);
    writeVersioned(type, out);
  }

  private void writeVersioned(ValueType given, ByteWriter out) {
    ValueType type = PlainTypes.of(given);
    byte[] bytes = kept.get(type);
    if (bytes != null) {
      out.writeBytes(bytes);
      return;
    }
    Consumer<SnapshotOutput> writing = KnownSnapshots.writing(type);
    if (kept.containsKey(type)) {
      throw new UnwritableSnapshotException(type, "the savepoint has several of that type");
    }
    if (writing == null) {
      throw new UnwritableSnapshotException(type, "only the job that made it knows its settings");
    }
    writing.accept(new SnapshotOutput(out, this::writeVersioned));
  }
}
