// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.CompositeTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A serializer of a job's own, around another one. Its tag is a setting that its snapshot holds:
 * values are not read under another one.
 */
public final class TaggedSerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1L;

  private final String tag;
  private final TypeSerializer<T> inner;

  public TaggedSerializer(String tag, TypeSerializer<T> inner) {
    this.tag = tag;
    this.inner = inner;
  }

  @Override
  public boolean isImmutableType() {
    return inner.isImmutableType();
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return new TaggedSerializer<>(tag, inner.duplicate());
  }

  @Override
  public T createInstance() {
    return inner.createInstance();
  }

  @Override
  public T copy(T from) {
    return inner.copy(from);
  }

  @Override
  public T copy(T from, T reuse) {
    return inner.copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    target.writeUTF(tag);
    inner.serialize(value, target);
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    String read = source.readUTF();
    if (!read.equals(tag)) {
      throw new IOException("The tag is " + read + " and not " + tag);
    }
    return inner.deserialize(source);
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TaggedSerializer<?> tagged
        && tag.equals(tagged.tag)
        && inner.equals(tagged.inner);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tag, inner);
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new Snapshot<>(this);
  }

  /** Holds the tag, and the snapshot of the other serializer. */
  public static final class Snapshot<T>
      extends CompositeTypeSerializerSnapshot<T, TaggedSerializer<T>> {
    private String tag = "";

    /** For Flink. */
    public Snapshot() {}

    Snapshot(TaggedSerializer<T> serializer) {
      super(serializer);
      this.tag = serializer.tag;
    }

    @Override
    protected int getCurrentOuterSnapshotVersion() {
      return 1;
    }

    @Override
    protected void writeOuterSnapshot(DataOutputView out) throws IOException {
      out.writeUTF(tag);
    }

    @Override
    protected void readOuterSnapshot(int version, DataInputView in, ClassLoader classes)
        throws IOException {
      tag = in.readUTF();
    }

    @Override
    protected OuterSchemaCompatibility resolveOuterSchemaCompatibility(
        TypeSerializerSnapshot<T> old) {
      return old instanceof Snapshot<T> other && other.tag.equals(tag)
          ? OuterSchemaCompatibility.COMPATIBLE_AS_IS
          : OuterSchemaCompatibility.INCOMPATIBLE;
    }

    @Override
    protected TypeSerializer<?>[] getNestedSerializers(TaggedSerializer<T> serializer) {
      return List.of(serializer.inner).toArray(new TypeSerializer<?>[0]);
    }

    @Override
    @SuppressWarnings("unchecked") // as it was written
    protected TaggedSerializer<T> createOuterSerializerWithNestedSerializers(
        TypeSerializer<?>[] nested) {
      return new TaggedSerializer<>(tag, (TypeSerializer<T>) nested[0]);
    }
  }
}
