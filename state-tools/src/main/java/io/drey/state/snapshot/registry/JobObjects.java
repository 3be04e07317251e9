// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.serializer.SnapshotBytes;
import io.drey.state.snapshot.type.TypeParts;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * The values of a type as objects of the job's classes, which a serializer of Flink's or the job's
 * reads and writes. Its classes come from {@code --jar}.
 */
public final class JobObjects {
  private static final int FIRST_BUFFER = 256;

  private final TypeSerializer<Object> serializer;
  private final ValueType type;
  private final DataInputDeserializer in = new DataInputDeserializer();
  private final DataOutputSerializer out = new DataOutputSerializer(FIRST_BUFFER);

  private JobObjects(TypeSerializer<Object> serializer, ValueType type) {
    this.serializer = serializer;
    this.type = type;
  }

  /**
   * Restores the serializer that wrote the values of a savepoint.
   *
   * @throws IllegalArgumentException if a class is missing, or Flink 1 wrote them by Kryo
   */
  public static JobObjects restored(SnapshotBytes snapshot) {
    ValueType old = type(snapshot);
    checkReadable(old);
    return new JobObjects(restore(snapshot), old);
  }

  /**
   * Checks that values are written as they were read, with all fields.
   *
   * @throws IllegalArgumentException if their classes are others now
   */
  public void checkWritesAll() {
    if (!type(snapshot(ByteReader.UNKNOWN_VERSION)).text().equals(type.text())) {
      throw new IllegalArgumentException(
          "the classes of --jar lack fields of "
              + type.text()
              + ", which would be lost (its type() can say that they go)");
    }
  }

  /**
   * Makes the serializer of a type.
   *
   * @param metadataVersion that of the savepoint, on which the type depends
   * @throws IllegalArgumentException if it needs Kryo, of which Flink 1 has another version
   */
  public static JobObjects of(TypeInformation<?> information, int metadataVersion) {
    @SuppressWarnings("unchecked") // of what the transform gives, or that fails
    TypeSerializer<Object> serializer =
        (TypeSerializer<Object>) information.createSerializer(new SerializerConfigImpl());
    ValueType type = type(snapshot(serializer, metadataVersion));
    checkReadable(type);
    return new JobObjects(serializer, type);
  }

  private static void checkReadable(ValueType type) {
    if (type.isOpaque() && !type.hasJobClasses()) {
      throw new IllegalArgumentException(
          "its classes are in no --jar, or Flink 1 wrote "
              + type.text()
              + " (see drey state upgrade)");
    }
    TypeParts.of(type).forEach(JobObjects::checkReadable);
  }

  private static ValueType type(SnapshotBytes snapshot) {
    ByteReader in =
        ByteReader.of("snapshot", snapshot.bytes()).ofMetadata(snapshot.metadataVersion());
    ValueType type = SerializerSnapshots.read(in);
    if (type == null) {
      in.position(Integer.BYTES);
      throw new IllegalArgumentException(
          SerializerSnapshots.peekClass(in) + " is in no --jar, or cannot read the savepoint");
    }
    return type;
  }

  private static TypeSerializer<Object> restore(SnapshotBytes snapshot) {
    byte[] bytes = snapshot.bytes();
    DataInputDeserializer in =
        new DataInputDeserializer(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
    try {
      return TypeSerializerSnapshot.<Object>readVersionedSnapshot(
              in, Thread.currentThread().getContextClassLoader())
          .restoreSerializer();
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new IllegalArgumentException(reason(e) + " (--jar gives the job's classes)", e);
    }
  }

  private static String reason(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  /** What the values are. */
  public ValueType type() {
    return type;
  }

  /** The description of the serializer, as in a header. */
  public SnapshotBytes snapshot(int metadataVersion) {
    return snapshot(serializer, metadataVersion);
  }

  private static SnapshotBytes snapshot(TypeSerializer<?> serializer, int metadataVersion) {
    DataOutputSerializer out = new DataOutputSerializer(FIRST_BUFFER);
    try {
      out.writeInt(SnapshotBody.FRAMING);
      TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("cannot describe " + serializer + ": " + reason(e), e);
    }
    ByteWriter bytes = new ByteWriter();
    bytes.writeBytes(out.getSharedBuffer(), 0, out.length());
    return SnapshotBytes.of(bytes, metadataVersion);
  }

  /**
   * Reads the value that ends where a reader of bytes in memory does, and leaves that where it is.
   *
   * @throws UndecodableException if it ends elsewhere
   */
  public Object read(ByteReader value) throws IOException {
    in.setBuffer(value.bytes(), value.position(), (int) value.remaining());
    Object object = serializer.deserialize(in);
    if (in.available() > 0) {
      throw UndecodableException.ofClass(type.text());
    }
    return object;
  }

  /** Writes a value. */
  public void write(Object value, ByteWriter to) throws IOException {
    out.clear();
    serializer.serialize(value, out);
    to.writeBytes(out.getSharedBuffer(), 0, out.length());
  }

  /** The hash of a key, which decides its key group. */
  int hash(ByteReader key) {
    try {
      return read(key).hashCode();
    } catch (IOException | RuntimeException | LinkageError e) {
      throw UndecodableException.ofClass(type.text());
    }
  }
}
