// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.function.UserJars;
import io.drey.state.json.JsonWriter;
import io.drey.state.sample.Versions;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of classes that only a jar has. */
class JobTypeTest {
  private static final String PURSE =
      """
      public class Purse {
        public String owner;
        private long cents;
        public Purse(String owner, long cents) { this.owner = owner; this.cents = cents; }
        public long getCents() {
          if (cents < 0) throw new IllegalStateException("in debt");
          return cents;
        }
        public java.time.Instant getSince() { return java.time.Instant.EPOCH; }
      }
      """;

  private static final String SNAPSHOT =
      """
      import org.apache.flink.api.common.serialization.SerializerConfigImpl;
      import org.apache.flink.api.common.typeutils.*;
      import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
      import org.apache.flink.core.memory.*;
      public class PurseSnapshot implements TypeSerializerSnapshot<Purse> {
        public int getCurrentVersion() { return 4; }
        public void writeSnapshot(DataOutputView out) throws java.io.IOException { out.writeInt(77); }
        public void readSnapshot(int version, DataInputView in, ClassLoader loader)
            throws java.io.IOException {
          if (version != 4 || in.readInt() != 77) throw new java.io.IOException("not mine");
        }
        public TypeSerializer<Purse> restoreSerializer() {
          return new KryoSerializer<>(Purse.class, new SerializerConfigImpl());
        }
        public TypeSerializerSchemaCompatibility<Purse> resolveSchemaCompatibility(
            TypeSerializerSnapshot<Purse> old) {
          return TypeSerializerSchemaCompatibility.compatibleAsIs();
        }
      }
      """;

  private static UserJars jars;

  @BeforeAll
  static void makeJar(@TempDir Path directory) throws IOException {
    Path classes = Versions.compile(directory, Map.of("Purse", PURSE, "PurseSnapshot", SNAPSHOT));
    jars = new UserJars(List.of(Versions.jar(classes)));
  }

  @Test
  void readsWhatKryoWroteByClassesOfAJar() {
    Written written = jars.within(() -> written(purse(5)));

    assertThat(jars.within(() -> json(written))).isEqualTo(shown(5));
    assertThatThrownBy(() -> json(written))
        .isInstanceOf(UndecodableException.class)
        .hasMessage("Kryo<Purse>");
  }

  @Test
  void readsWhatSerializersOfAJarWrote() {
    Written written = jars.within(() -> written(snapshot(), purse(5)));

    assertThat(jars.within(() -> json(written))).isEqualTo(shown(5));
    assertThat(SerializerSnapshots.read(ByteReader.of("snapshot", written.snapshot()))).isNull();
  }

  @Test
  void losesTheValueAloneWhereCodeOfTheJarFails() {
    Written written = jars.within(() -> written(purse(-1)));

    assertThatThrownBy(() -> jars.within(() -> json(written)))
        .isInstanceOf(UndecodableException.class)
        .hasMessage("Kryo<Purse>");
  }

  private static String shown(long cents) {
    return "{\"owner\":\"o\",\"cents\":%d,\"since\":\"1970-01-01T00:00:00Z\"}".formatted(cents);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Written(byte[] snapshot, byte[] value) {}

  private static Object purse(long cents) {
    return instance("Purse", "o", cents);
  }

  private static TypeSerializerSnapshot<?> snapshot() {
    return (TypeSerializerSnapshot<?>) instance("PurseSnapshot");
  }

  private static Object instance(String className, Object... arguments) {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      Constructor<?> made = Class.forName(className, true, loader).getConstructors()[0];
      return made.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Written written(Object value) {
    Class<Object> type = (Class<Object>) value.getClass();
    TypeSerializer<Object> kryo = new KryoSerializer<>(type, new SerializerConfigImpl());
    return written(kryo.snapshotConfiguration(), value);
  }

  @SuppressWarnings("unchecked")
  private static Written written(TypeSerializerSnapshot<?> snapshot, Object value) {
    DataOutputSerializer out = new DataOutputSerializer(64);
    DataOutputSerializer bytes = new DataOutputSerializer(64);
    try {
      TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(out, snapshot);
      ((TypeSerializer<Object>) snapshot.restoreSerializer()).serialize(value, bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new Written(out.getCopyOfBuffer(), bytes.getCopyOfBuffer());
  }

  private static String json(Written written) {
    ByteReader snapshot = ByteReader.of("snapshot", written.snapshot()).ofMetadata(6);
    ValueType type = Objects.requireNonNull(SerializerSnapshots.read(snapshot));
    assertThat(snapshot.remaining()).isZero();
    ByteReader in = ByteReader.of("value", written.value());
    JsonWriter json = new JsonWriter();
    type.write(in, json);
    assertThat(in.remaining()).isZero();
    return json.toString();
  }
}
