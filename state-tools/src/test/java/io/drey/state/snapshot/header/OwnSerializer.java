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
final class OwnSerializer extends TypeSerializerSingleton<Long> {
  private static final long serialVersionUID = 1L;

  private final int snapshotBytes;

  OwnSerializer(int snapshotBytes) {
    this.snapshotBytes = snapshotBytes;
  }

  @Override
  public TypeSerializerSnapshot<Long> snapshotConfiguration() {
    return new OwnSnapshot(snapshotBytes);
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
    private final int bytes;

    OwnSnapshot(int bytes) {
      this.bytes = bytes;
    }

    @Override
    public int getCurrentVersion() {
      return 4;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
      for (int i = 0; i < bytes; i++) {
        out.writeByte(i);
      }
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
