// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.job.JobClasses;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.jspecify.annotations.Nullable;

/** Flink's serializers of types that no savepoint has yet. */
public final class NewSerializers {
  private NewSerializers() {}

  /**
   * Returns the serializer of a type.
   *
   * @throws io.drey.state.snapshot.serializer.UnwritableSnapshotException if only a job knows it
   */
  public static TypeSerializer<?> of(ValueType type) {
    ByteWriter out = new ByteWriter();
    new SnapshotWriter().write(type, out);
    DataInputDeserializer in =
        new DataInputDeserializer(out.buffer(), Integer.BYTES, out.size() - Integer.BYTES);
    try {
      TypeSerializerSnapshot<?> snapshot =
          TypeSerializerSnapshot.readVersionedSnapshot(in, NewSerializers.class.getClassLoader());
      return snapshot.restoreSerializer();
    } catch (IOException e) {
      throw new IllegalStateException("Failed to make the serializer of " + type.text(), e);
    }
  }

  /** Returns the serializer of a class of the jars; null if none has it. */
  public static @Nullable TypeSerializer<?> ofClass(String name) {
    return JobClasses.serializer(name);
  }
}
