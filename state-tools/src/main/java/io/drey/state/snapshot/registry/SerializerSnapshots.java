// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.serializer.SnapshotBytes;
import io.drey.state.snapshot.serializer.SnapshotRecorder;
import io.drey.state.snapshot.serializer.UnknownEnds;
import io.drey.state.snapshot.serializer.UnknownSnapshotException;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.job.JobClasses;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads serializer snapshots: the name of the snapshot's class, its version, and a body whose
 * length only that class knows.
 */
public final class SerializerSnapshots {
  private static final int DEEPEST = 100;
  private static final int FIRST_BUFFER = 256;

  private SerializerSnapshots() {}

  /**
   * Reads a serializer snapshot.
   *
   * @return null if it is or contains an unknown one, so that its end is not known
   */
  public static @Nullable ValueType read(ByteReader in) {
    in.expectInt(SnapshotBody.FRAMING, "the framing of a serializer's snapshot");
    return readVersioned(in);
  }

  /**
   * Returns what a serializer writes, read from the snapshot that it would store in a savepoint.
   */
  public static ValueType of(TypeSerializer<?> serializer) {
    DataOutputSerializer out = new DataOutputSerializer(FIRST_BUFFER);
    TypeSerializerSnapshot<?> snapshot = serializer.snapshotConfiguration();
    try {
      TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
    } catch (IOException e) {
      throw new IllegalStateException("Failed to write the snapshot of " + serializer, e);
    }
    ByteReader in = ByteReader.of(serializer.toString(), out.getCopyOfBuffer());
    ValueType type = readVersioned(in);
    return type == null ? opaque(ByteReader.of("", out.getCopyOfBuffer())) : type;
  }

  private static ValueType opaque(ByteReader in) {
    String className = in.readUtf();
    int unused = in.readInt();
    return OpaqueSnapshots.of(className, in.slice((int) in.remaining()));
  }

  /**
   * Reads a serializer snapshot that may contain unknown ones, if it is known where these end.
   *
   * @throws UnknownSnapshotException if that is not known of one of them
   */
  public static ValueType read(ByteReader in, UnknownEnds ends) {
    in.expectInt(SnapshotBody.FRAMING, "the framing of a serializer's snapshot");
    return versioned(in, 0, ends, SnapshotRecorder.NONE);
  }

  /** Reads a serializer snapshot without the number of its framing. */
  public static @Nullable ValueType readVersioned(ByteReader in) {
    try {
      return versioned(in, 0, UnknownEnds.NONE, SnapshotRecorder.NONE);
    } catch (UnknownSnapshotException e) {
      return null;
    }
  }

  /** Returns the class of the next snapshot, without skipping it. */
  public static String peekClass(ByteReader in) {
    return in.slice((int) Math.min(in.remaining(), 1 << 16)).readUtf();
  }

  /**
   * Returns the classes of a snapshot and of those nested in it, as far as these can be read; the
   * outermost is the last.
   */
  public static Set<String> classes(SnapshotBytes snapshot) {
    Set<String> classes = new LinkedHashSet<>();
    ByteReader in = ByteReader.of("snapshot", snapshot.bytes());
    try {
      read(
          in.ofMetadata(snapshot.metadataVersion()),
          (className, depth, type, after, start) -> classes.add(className));
    } catch (UnknownSnapshotException e) {
      classes.add(e.className());
    }
    return classes;
  }

  /**
   * Reads a serializer snapshot.
   *
   * @throws UnknownSnapshotException if its end is not known
   */
  static ValueType read(ByteReader in, SnapshotRecorder recorder) {
    in.expectInt(SnapshotBody.FRAMING, "the framing of a serializer's snapshot");
    return versioned(in, 0, UnknownEnds.NONE, recorder);
  }

  private static ValueType versioned(
      ByteReader in, int depth, UnknownEnds ends, SnapshotRecorder recorder) {
    if (depth > DEEPEST) {
      throw in.malformed("serializers are nested deeper than " + DEEPEST);
    }
    int start = in.position();
    String className = in.readUtf();
    ValueType type = body(in, className, depth, ends, recorder);
    recorder.record(className, depth, type, in, start);
    return type;
  }

  /** Reads the version and the body of a snapshot. */
  private static ValueType body(
      ByteReader in, String className, int depth, UnknownEnds ends, SnapshotRecorder recorder) {
    int version = in.readInt();
    Function<SnapshotBody, ValueType> known = KnownSnapshots.of(className);
    if (known == null) {
      int body = in.position();
      ValueType ofJob = JobClasses.read(in, className, version, className);
      if (ofJob != null) {
        return ofJob;
      }
      in.position(body);
      return unknown(in, className, ends);
    }
    return known.apply(
        new SnapshotBody(
            in,
            className,
            version,
            depth,
            (nested, deeper) -> versioned(nested, deeper, ends, recorder),
            recorder));
  }

  private static ValueType unknown(ByteReader in, String className, UnknownEnds ends) {
    long start = in.offset();
    long end = ends.of(start);
    if (end < start) {
      throw new UnknownSnapshotException(className, start);
    }
    return OpaqueSnapshots.of(className, in.slice((int) (end - start)));
  }
}
