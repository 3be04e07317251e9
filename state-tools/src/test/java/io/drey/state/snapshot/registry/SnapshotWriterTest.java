// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.sample.Account;
import io.drey.state.sample.Membership;
import io.drey.state.snapshot.bytes.ByteReader;
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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
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
  private static final String MEMBERSHIP = Membership.class.getName();

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
  void changesTheFieldsOfAPojo() throws IOException {
    PojoType account = pojo(Account.class);
    List<Field> fields = new ArrayList<>();
    for (Field field : account.fields()) {
      switch (field.name()) {
        case "address" -> {}
        case "balance" -> fields.add(field.with(Scalar.DOUBLE));
        case "rating" -> fields.add(field.renamed("score"));
        default -> fields.add(field);
      }
    }
    fields.add(Field.of("since", Scalar.LONG));
    PojoType changed =
        account
            .withFields(fields)
            .renamed(name -> name.equals(Account.class.getName()) ? MEMBERSHIP : name);

    assertThat(written(new SnapshotWriter(), changed))
        .isEqualTo(SerializersTest.snapshot(serializer(Membership.class)));
    assertThat(written(keeping(Account.class), changed))
        .isEqualTo(SerializersTest.snapshot(serializer(Membership.class)));
  }

  @Test
  void keepsTheClassesOfFieldsAndSubclasses() throws IOException {
    PojoType type = pojo(Animal.class);

    assertThat(type.registered()).extracting(Field::name).containsExactly(Dog.class.getName());
    assertThat(written(new SnapshotWriter(), type))
        .isEqualTo(SerializersTest.snapshot(serializer(Animal.class)));
    assertThat(written(new SnapshotWriter(), pojo(Dog.class)))
        .isEqualTo(SerializersTest.snapshot(serializer(Dog.class)));
  }

  @Test
  void writesSubclassesThatWereNotRegistered() throws IOException {
    TypeSerializer<Animal> serializer = serializer(Animal.class);
    bytes(serializer, new Cat());
    ValueType type = SerializersTest.type(serializer);

    assertThat(((PojoType) type).others())
        .extracting(Field::name)
        .containsExactly(Cat.class.getName());
    assertThat(written(new SnapshotWriter(), type)).isEqualTo(SerializersTest.snapshot(serializer));
  }

  @Test
  void renamesClassesWhereverAPojoNamesThem() throws IOException {
    PojoType renamed = pojo(Dog.class).renamed(name -> name.replace("Animal", "Beast"));

    String written =
        new String(written(new SnapshotWriter(), renamed), StandardCharsets.ISO_8859_1);

    assertThat(written).contains("SnapshotWriterTest$Beast").doesNotContain("Animal");
  }

  /** Flink 1 wrote collections in POJOs by Kryo. */
  @Test
  void replacesKryoInAPojo() throws IOException {
    PojoType now = pojo(Account.class);
    TypeSerializer<?> kryo = new KryoSerializer<>(List.class, new SerializerConfigImpl());
    ValueType list = SerializersTest.type(kryo);
    List<Field> old =
        now.fields().stream().map(it -> it.name().equals("tags") ? it.with(list) : it).toList();
    SnapshotWriter writer = new SnapshotWriter();
    writer.keep(list, SerializersTest.snapshot(kryo));
    byte[] before = written(writer, now.withFields(old));
    SnapshotWriter keeping = new SnapshotWriter();
    keeping.keep(now.withFields(old), before);

    assertThat(new String(before, StandardCharsets.ISO_8859_1)).contains("KryoSerializerSnapshot");
    assertThat(written(keeping, now.withFields(old))).isEqualTo(before);
    assertThat(written(keeping, now))
        .isEqualTo(SerializersTest.snapshot(serializer(Account.class)));
    assertThat(written(keeping, list)).isEqualTo(SerializersTest.snapshot(kryo));
  }

  @Test
  void keepsAFieldWhoseSnapshotIsUnknown() throws IOException {
    TypeSerializer<OneField> serializer = serializer(OneField.class);
    byte[] snapshot = SerializersTest.snapshot(serializer);
    byte[] foreign = replaced(snapshot, "base.LongSerializer$Long", "base.LongSerializer$Lang");
    PojoType type = (PojoType) parsed(foreign);
    SnapshotWriter writer = new SnapshotWriter();
    writer.keep(type, foreign);

    assertThat(type.fields().get(0).type().isOpaque()).isTrue();
    assertThat(written(writer, type.withFields(List.of(type.fields().get(0).renamed("no")))))
        .isEqualTo(replaced(foreign, "id", "no"));
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

  private static SnapshotWriter keeping(Class<?> type) throws IOException {
    TypeSerializer<?> serializer = serializer(type);
    SnapshotWriter writer = new SnapshotWriter();
    writer.keep(SerializersTest.type(serializer), SerializersTest.snapshot(serializer));
    return writer;
  }

  private static PojoType pojo(Class<?> type) throws IOException {
    return (PojoType) SerializersTest.type(serializer(type));
  }

  private static <T> TypeSerializer<T> serializer(Class<T> type) {
    SerializerConfigImpl config = new SerializerConfigImpl();
    config.registerPojoType(Dog.class);
    return TypeInformation.of(type).createSerializer(config);
  }

  private static ValueType parsed(byte[] snapshot) {
    return Objects.requireNonNull(SerializerSnapshots.read(ByteReader.of("snapshot", snapshot)));
  }

  private static byte[] replaced(byte[] bytes, String text, String other) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace(text, other)
        .getBytes(StandardCharsets.ISO_8859_1);
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

  /** A POJO with subclasses. */
  @SuppressWarnings("MissingSummary")
  public static class Animal {
    public String name = "";
  }

  /** A subclass that the job registers. */
  @SuppressWarnings("MissingSummary")
  public static final class Dog extends Animal {
    public int age;
  }

  /** A subclass that it does not. */
  @SuppressWarnings("MissingSummary")
  public static final class Cat extends Animal {
    public boolean isWild;
  }

  /** A POJO of one field. */
  @SuppressWarnings({"MissingSummary", "NullAway"})
  public static final class OneField {
    public Long id;
  }
}
