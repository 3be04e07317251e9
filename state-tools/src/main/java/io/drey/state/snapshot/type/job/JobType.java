// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.job;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import java.io.IOException;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Values that the job's classes decode. Their public fields, getters or components are shown; if
 * their code fails, only that value is not shown.
 */
public record JobType(String text, TypeSerializer<?> serializer) implements ValueType {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .addModule(
              new SimpleModule()
                  .addSerializer(TemporalAccessor.class, ToStringSerializer.instance)
                  .addSerializer(TemporalAmount.class, ToStringSerializer.instance))
          .build();

  @Override
  public void skip(ByteReader in) {
    attempt(() -> deserialize(in));
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    long from = in.offset();
    byte[] value = attempt(() -> MAPPER.writeValueAsBytes(deserialize(in)));
    out.raw(value, 0, value.length);
    writeOriginal(in, from, out);
  }

  private Object deserialize(ByteReader in) throws IOException {
    return serializer.deserialize(new DataInputViewStreamWrapper(in.asStream()));
  }

  private <T> T attempt(Decoding<T> decoding) {
    try {
      return decoding.run();
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      throw UndecodableException.ofClass(text);
    }
  }

  private interface Decoding<T> {
    T run() throws IOException;
  }

  @Override
  @SuppressWarnings("unchecked") // the question is whether it is right
  public @Nullable TypeSerializerSchemaCompatibility<?> accepts(ValueType old) {
    if (!(old instanceof JobType job)) {
      return null;
    }
    TypeSerializerSnapshot<Object> now =
        (TypeSerializerSnapshot<Object>) serializer.snapshotConfiguration();
    try {
      return now.resolveSchemaCompatibility(
          (TypeSerializerSnapshot<Object>) job.serializer.snapshotConfiguration());
    } catch (RuntimeException e) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
  }

  @Override
  public int size() {
    return serializer.getLength();
  }
}
