// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.header;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A serializer of a job's, whose snapshot is some bytes. */
public final class OwnSerializer extends TypeSerializerSingleton<Long> {
  private static final long serialVersionUID = 1L;

  private final byte[] snapshot;

  OwnSerializer(int snapshotBytes) {
    this(numbered(snapshotBytes));
  }

  public OwnSerializer(byte[] snapshot) {
    this.snapshot = snapshot;
  }

  private static byte[] numbered(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  @Override
  public TypeSerializerSnapshot<Long> snapshotConfiguration() {
    return new OwnSnapshot(snapshot);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public Long createInstance() {
    return 0L;
  }

  @Override
  public Long copy(Long from) {
    return from;
  }

  @Override
  public Long copy(Long from, Long reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(Long value, DataOutputView target) throws IOException {
    LongSerializer.INSTANCE.serialize(value, target);
  }

  @Override
  public Long deserialize(DataInputView source) throws IOException {
    return LongSerializer.INSTANCE.deserialize(source);
  }

  @Override
  public Long deserialize(Long reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    LongSerializer.INSTANCE.copy(source, target);
  }

  /** Some bytes. */
  static final class OwnSnapshot implements TypeSerializerSnapshot<Long> {
    private final byte[] bytes;

    OwnSnapshot(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int getCurrentVersion() {
      return 4;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
      out.write(bytes);
    }

    @Override
    public void readSnapshot(int version, DataInputView in, ClassLoader classLoader) {
      throw new UnsupportedOperationException("Only the tool reads it");
    }

    @Override
    public TypeSerializer<Long> restoreSerializer() {
      return new OwnSerializer(bytes);
    }

    @Override
    public TypeSerializerSchemaCompatibility<Long> resolveSchemaCompatibility(
        TypeSerializerSnapshot<Long> old) {
      return TypeSerializerSchemaCompatibility.compatibleAsIs();
    }
  }
}
