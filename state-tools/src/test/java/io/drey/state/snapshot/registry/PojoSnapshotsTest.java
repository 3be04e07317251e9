// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.Account;
import io.drey.state.sample.Membership;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SerializersTest;
import io.drey.state.snapshot.type.ValueType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** Snapshots of POJOs that change are those that Flink leaves of the classes as changed. */
class PojoSnapshotsTest {
  private static final String MEMBERSHIP = Membership.class.getName();

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

    assertThat(written).contains("PojoSnapshotsTest$Beast").doesNotContain("Animal");
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

  private static byte[] written(SnapshotWriter writer, ValueType type) {
    ByteWriter out = new ByteWriter();
    writer.write(type, out);
    return out.bytes();
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
