// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.header.OwnSerializer;
import io.drey.state.snapshot.serializer.UnwritableSnapshotException;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.SerializersTest;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.ArrayListSerializer;
import org.apache.flink.runtime.state.ttl.TtlAwareSerializer;
import org.apache.flink.runtime.state.ttl.TtlStateFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Snapshots that are written are those that Flink's own serializers leave. */
class SnapshotWriterTest {
  private static final String TYPES = "io.drey.state.snapshot.type.";

  @ParameterizedTest(name = "{1}")
  @MethodSource("made")
  <T> void makesWhatFlinkWrites(TypeSerializer<T> serializer) throws IOException {
    ValueType type = SerializersTest.type(serializer);

    assertThat(written(new SnapshotWriter(), type)).isEqualTo(SerializersTest.snapshot(serializer));
  }

  @ParameterizedTest(name = "{1} {3}")
  @MethodSource("made")
  <T> void makesWhatFlinkReads(TypeSerializer<T> serializer, String text, T value)
      throws IOException {
    byte[] made = written(new SnapshotWriter(), SerializersTest.type(serializer));

    TypeSerializerSnapshot<T> snapshot = read(made);

    assertThat(serializer.snapshotConfiguration().resolveSchemaCompatibility(snapshot))
        .as(text)
        .matches(it -> it.isCompatibleAsIs());
    byte[] bytes = bytes(serializer, value);
    T decoded = snapshot.restoreSerializer().deserialize(new DataInputDeserializer(bytes));
    assertThat(bytes(serializer, decoded)).isEqualTo(bytes);
  }

  /** Two lists are told apart only by their snapshots, and one wrapper does not show. */
  static Stream<Arguments> made() {
    return Stream.of(
            SerializersTest.scalars(),
            SerializersTest.times(),
            SerializersTest.collections(),
            SerializersTest.records(),
            SerializersTest.wrappers())
        .flatMap(rows -> rows)
        .filter(row -> !(row.get()[0] instanceof ArrayListSerializer))
        .filter(row -> !(row.get()[0] instanceof TtlAwareSerializer));
  }

  @ParameterizedTest(name = "{1} {3}")
  @MethodSource({
    "withoutTtl",
    TYPES + "FlinksOwnTypesTest#elements",
    TYPES + "FlinksOwnTypesTest#transactions",
    TYPES + "FlinksOwnTypesTest#views",
    TYPES + "FlinksOwnTypesTest#others",
    TYPES + "FlinksOwnTypesTest#javaObjects",
    TYPES + "SqlValuesTest#alone",
    TYPES + "SqlValuesTest#ofOperators"
  })
  <T> void keepsWhatIsInAChangedType(TypeSerializer<T> serializer) throws IOException {
    ValueType type = SerializersTest.type(serializer);
    SnapshotWriter plain = new SnapshotWriter();
    plain.keep(type, SerializersTest.snapshot(serializer));
    TypeSerializer<?> timed =
        new TtlStateFactory.TtlSerializer<>(LongSerializer.INSTANCE, serializer);
    SnapshotWriter withTtl = new SnapshotWriter();
    ValueType ttl = SerializersTest.type(timed);
    withTtl.keep(ttl, SerializersTest.snapshot(timed));

    assertThat(written(plain, type)).isEqualTo(SerializersTest.snapshot(serializer));
    assertThat(written(plain, new TtlType(type))).isEqualTo(SerializersTest.snapshot(timed));
    assertThat(written(withTtl, ((TtlType) ttl).value()))
        .isEqualTo(SerializersTest.snapshot(serializer));
  }

  @Test
  void keepsASnapshotThatIsUnknown() throws IOException {
    byte[] foreign = SerializersTest.snapshot(new OwnSerializer(new byte[] {7, 8, 9}));
    ValueType type = new OpaqueType("x.Foreign", 0);
    SnapshotWriter writer = new SnapshotWriter();
    writer.keep(type, foreign);

    assertThat(written(writer, type)).isEqualTo(foreign);
    assertThat(written(writer, SequenceType.list(type)))
        .endsWith(Arrays.copyOfRange(foreign, Integer.BYTES, foreign.length));
  }

  @Test
  void writesTheTtlOfForStAsThatOfOtherStates() throws IOException {
    TypeSerializer<?> v2 =
        new org.apache.flink.runtime.state.v2.ttl.TtlStateFactory.TtlSerializer<>(
            LongSerializer.INSTANCE, StringSerializer.INSTANCE);
    TypeSerializer<?> v1 =
        new TtlStateFactory.TtlSerializer<>(LongSerializer.INSTANCE, StringSerializer.INSTANCE);
    ValueType type = SerializersTest.type(v2);
    SnapshotWriter writer = new SnapshotWriter();
    writer.keep(type, SerializersTest.snapshot(v2));

    assertThat(written(writer, type)).isEqualTo(SerializersTest.snapshot(v1));
  }

  @Test
  void leavesOutTheWrapperThatFlinkPutsAroundAll() throws IOException {
    TypeSerializer<?> wrapped = TtlAwareSerializer.wrapTtlAwareSerializer(LongSerializer.INSTANCE);
    ValueType type = SerializersTest.type(wrapped);
    SnapshotWriter writer = new SnapshotWriter();
    writer.keep(type, SerializersTest.snapshot(wrapped));

    assertThat(written(writer, type)).isEqualTo(SerializersTest.snapshot(LongSerializer.INSTANCE));
  }

  @Test
  void tellsListsApartByWhatTheSavepointHas() throws IOException {
    TypeSerializer<?> list = new ArrayListSerializer<>(LongSerializer.INSTANCE);
    ValueType type = SerializersTest.type(list);
    SnapshotWriter writer = new SnapshotWriter();
    writer.keep(type, SerializersTest.snapshot(list));

    assertThat(written(writer, type)).isEqualTo(SerializersTest.snapshot(list));
    writer.keep(type, SerializersTest.snapshot(new ListSerializer<>(LongSerializer.INSTANCE)));
    assertThatThrownBy(() -> written(writer, type))
        .hasMessageEndingWith("List<Long>: the savepoint has several of that type");
  }

  @Test
  void saysWhatCannotBeWritten() throws IOException {
    ValueType kryo =
        SerializersTest.type(new KryoSerializer<>(Object.class, new SerializerConfigImpl()));

    assertRefused(
        new MapType(Scalar.LONG, kryo),
        "Kryo<java.lang.Object>: only the job that made it knows its settings");
    assertRefused(
        SequenceType.array(SequenceType.array(Scalar.LONG)),
        "Long[][]: the class of its elements is not known");
    assertRefused(
        new PojoType(
            "a.Pair",
            List.of(Field.of("b", Scalar.LONG), Field.of("a", Scalar.LONG)),
            List.of(),
            List.of()),
        "Pair{b: Long, a: Long}: its fields are not in the order of their names");
  }

  @Test
  void refusesToGuessWhichOfSeveralIsMeant() throws IOException {
    OpaqueType type = new OpaqueType("x.Foreign", 0);
    SnapshotWriter writer = new SnapshotWriter();
    writer.keep(type, SerializersTest.snapshot(new OwnSerializer(new byte[] {1})));
    writer.keep(type, SerializersTest.snapshot(new OwnSerializer(new byte[] {2})));

    assertThatThrownBy(() -> written(writer, type))
        .hasMessageEndingWith("x.Foreign: the savepoint has several of that type");
  }

  private static void assertRefused(ValueType type, String message) {
    assertThatThrownBy(() -> written(new SnapshotWriter(), type))
        .isInstanceOf(UnwritableSnapshotException.class)
        .hasMessage("Cannot write the serializer snapshot of " + message);
  }

  static Stream<Arguments> withoutTtl() {
    return made().filter(row -> !(row.get()[0] instanceof TtlStateFactory.TtlSerializer));
  }

  private static byte[] written(SnapshotWriter writer, ValueType type) {
    ByteWriter out = new ByteWriter();
    writer.write(type, out);
    return out.bytes();
  }

  private static <T> TypeSerializerSnapshot<T> read(byte[] snapshot) throws IOException {
    return TypeSerializerSnapshotSerializationUtil.readSerializerSnapshot(
        new DataInputDeserializer(snapshot), SnapshotWriterTest.class.getClassLoader());
  }

  private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }
}
