// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.StateSerializerProvider;

/** Asks Flink itself, which needs the classes. */
final class FlinksVerdict {
  private FlinksVerdict() {}

  /**
   * Of a serializer that stands where another one stood.
   *
   * @param classes those of the new job
   */
  static Level ofPart(TypeSerializer<?> old, TypeSerializer<?> changed, ClassLoader classes) {
    return level(() -> resolve(changed.snapshotConfiguration(), throughBytes(old, classes)));
  }

  /** Of the serializer of a state's values, as a state backend asks. */
  static Level ofState(TypeSerializer<?> old, TypeSerializer<?> changed) {
    return level(() -> register(old, changed));
  }

  @SuppressWarnings("unchecked") // the question is whether it is right
  private static <T> TypeSerializerSchemaCompatibility<T> register(
      TypeSerializer<?> old, TypeSerializer<T> changed) throws IOException {
    TypeSerializerSnapshot<?> snapshot = throughBytes(old, FlinksVerdict.class.getClassLoader());
    return StateSerializerProvider.fromPreviousSerializerSnapshot(
            (TypeSerializerSnapshot<T>) snapshot)
        .registerNewSerializerForRestoredState(changed);
  }

  @SuppressWarnings("unchecked") // the question is whether it is right
  private static <T> TypeSerializerSchemaCompatibility<T> resolve(
      TypeSerializerSnapshot<T> changed, TypeSerializerSnapshot<?> old) {
    TypeSerializerSchemaCompatibility<T> resolved =
        changed.resolveSchemaCompatibility((TypeSerializerSnapshot<T>) old);
    old.restoreSerializer();
    return resolved;
  }

  private static TypeSerializerSnapshot<?> throughBytes(
      TypeSerializer<?> serializer, ClassLoader classes) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
    return TypeSerializerSnapshot.readVersionedSnapshot(
        new DataInputDeserializer(out.getCopyOfBuffer()), classes);
  }

  private static Level level(Question question) {
    TypeSerializerSchemaCompatibility<?> answer;
    try {
      answer = question.ask();
    } catch (IOException | RuntimeException e) {
      return Level.INCOMPATIBLE;
    }
    if (answer.isCompatibleAsIs()) {
      return Level.AS_IS;
    }
    if (answer.isCompatibleWithReconfiguredSerializer()) {
      return Level.RECONFIGURED;
    }
    return answer.isCompatibleAfterMigration() ? Level.MIGRATED : Level.INCOMPATIBLE;
  }

  private interface Question {
    TypeSerializerSchemaCompatibility<?> ask() throws IOException;
  }
}
