// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.serializers.FieldSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import io.drey.state.sample.Account;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import io.drey.state.snapshot.type.ValueType;
import java.util.function.Consumer;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.RowSerializer;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.runtime.typeutils.ArrayDataSerializer;
import org.apache.flink.table.runtime.typeutils.RawValueDataSerializer;
import org.apache.flink.table.types.logical.LogicalType;
import org.junit.jupiter.api.Test;

/**
 * What a job registers with Kryo. Flink refuses a class that was registered and is gone, which a
 * savepoint does not tell.
 */
class KryoComparisonTest {
  @Test
  void keepsWhatIsStillRegisteredBesideOthers() {
    assertThat(level(KryoComparisonTest::both, KryoComparisonTest::both)).isEqualTo(Level.AS_IS);
    assertThat(level(KryoComparisonTest::kind, KryoComparisonTest::both)).isEqualTo(Level.AS_IS);
  }

  @Test
  void doesNotKnowWhetherAClassIsGone() {
    assertThat(level(KryoComparisonTest::both, KryoComparisonTest::kind)).isEqualTo(Level.UNKNOWN);
    assertThat(level(KryoComparisonTest::kind, config -> {})).isEqualTo(Level.UNKNOWN);
  }

  @Test
  void doesNotKnowWhetherAnotherSerializerReadsTheSame() {
    Consumer<SerializerConfigImpl> fields =
        config -> config.registerTypeWithKryoSerializer(Account.class, FieldSerializer.class);
    Consumer<SerializerConfigImpl> java =
        config -> config.registerTypeWithKryoSerializer(Account.class, JavaSerializer.class);

    assertThat(level(fields, java)).isEqualTo(Level.UNKNOWN);
    assertThat(level(fields, fields)).isEqualTo(Level.AS_IS);
  }

  @Test
  void refusesTheValuesOfAnotherSerializer() {
    ValueType kryo = kryo(config -> {});
    ValueType pojo =
        SerializerSnapshots.of(
            Types.POJO(Account.class).createSerializer(new SerializerConfigImpl()));

    assertThat(Compatibility.of(pojo, kryo).level()).isEqualTo(Level.INCOMPATIBLE);
    assertThat(Compatibility.of(kryo, pojo).level()).isEqualTo(Level.INCOMPATIBLE);
  }

  @Test
  void comparesWhatIsRaw() {
    ValueType kind = raw(new KryoSerializer<>(Account.class, config(KryoComparisonTest::kind)));
    ValueType both = raw(new KryoSerializer<>(Account.class, config(KryoComparisonTest::both)));

    assertThat(Compatibility.of(kind, both).level()).isEqualTo(Level.AS_IS);
    assertThat(Compatibility.of(both, kind).level()).isEqualTo(Level.UNKNOWN);
    assertThat(Compatibility.of(both, kryo(KryoComparisonTest::both)).level())
        .isEqualTo(Level.INCOMPATIBLE);
  }

  @Test
  void migratesNothingThatIsRaw() {
    TypeSerializer<?> withKind = new RowSerializer(new TypeSerializer<?>[0], null, true);
    TypeSerializer<?> without = new RowSerializer(new TypeSerializer<?>[0], null, false);

    assertThat(Compatibility.of(raw(withKind), raw(without)).why())
        .isEqualTo("value: the row kind was removed, and raw values are not migrated");
  }

  /** Flink compares their logical types, of which the serializer is a part. */
  @Test
  void comparesWhatIsRawInArrays() {
    assertThat(Compatibility.of(raws(config -> {}), raws(config -> {})).level())
        .isEqualTo(Level.AS_IS);
    assertThat(Compatibility.of(raws(config -> {}), raws(KryoComparisonTest::both)).level())
        .isEqualTo(Level.INCOMPATIBLE);
  }

  private static ValueType raws(Consumer<SerializerConfigImpl> registrations) {
    KryoSerializer<Account> kryo = new KryoSerializer<>(Account.class, config(registrations));
    LogicalType raw = DataTypes.RAW(Account.class, kryo).getLogicalType();
    return SerializerSnapshots.of(new ArrayDataSerializer(raw));
  }

  private static ValueType raw(TypeSerializer<?> serializer) {
    return SerializerSnapshots.of(new RawValueDataSerializer<>(serializer));
  }

  private static void kind(SerializerConfigImpl config) {
    config.registerKryoType(Account.Kind.class);
  }

  private static void both(SerializerConfigImpl config) {
    kind(config);
    config.registerKryoType(Account.Address.class);
  }

  private static Level level(
      Consumer<SerializerConfigImpl> old, Consumer<SerializerConfigImpl> changed) {
    return Compatibility.of(kryo(old), kryo(changed)).level();
  }

  private static ValueType kryo(Consumer<SerializerConfigImpl> registrations) {
    return SerializerSnapshots.of(new KryoSerializer<>(Account.class, config(registrations)));
  }

  private static SerializerConfigImpl config(Consumer<SerializerConfigImpl> registrations) {
    SerializerConfigImpl config = new SerializerConfigImpl();
    registrations.accept(config);
    return config;
  }
}
