// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import io.drey.state.snapshot.type.NoNamespace;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.SetSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class ValueEncoderTest {
  private static final OpaqueType OPAQUE = new OpaqueType("Kryo<Secret>", 0);
  private static final boolean COUNTED = true;
  private static final boolean WITH_TTL = true;

  @Test
  void takesNumbersOfAnyTypeByWhatTheySay() throws IOException {
    assertThat(value(IntSerializer.INSTANCE, 5)).isEqualTo(value(LongSerializer.INSTANCE, 5L));
  }

  @Test
  void takesSetsInAnyOrder() throws IOException {
    SetSerializer<String> sets = new SetSerializer<>(StringSerializer.INSTANCE);
    Set<String> one = new LinkedHashSet<>(List.of("a", "b".repeat(100)));
    Set<String> other = new LinkedHashSet<>(List.of("b".repeat(100), "a"));

    assertThat(bytes(sets, one)).isNotEqualTo(bytes(sets, other));
    assertThat(value(sets, one)).isEqualTo(value(sets, other));
    assertThat(value(sets, one)).isNotEqualTo(value(sets, Set.of("a", "b".repeat(99))));
  }

  @Test
  void takesListsWithCountsForThoseWithDelimiters() {
    KeyedState state = state(KeyedStateType.LIST, type(IntSerializer.INSTANCE));

    assertThat(encoded(state, COUNTED, 0, 0, 0, 2, 0, 0, 0, 7, 0, 0, 0, 8))
        .isEqualTo(encoded(state, !COUNTED, 0, 0, 0, 7, ',', 0, 0, 0, 8))
        .isNotEqualTo(encoded(state, !COUNTED, 0, 0, 0, 8, ',', 0, 0, 0, 7));
  }

  @Test
  void takesLastAccessesForPartOfValuesOnlyIfItIsTold() {
    KeyedState state = state(KeyedStateType.VALUE, new TtlType(type(IntSerializer.INSTANCE)));
    KeyedState withoutTtl = state(KeyedStateType.VALUE, type(IntSerializer.INSTANCE));
    int[] early = {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 7};
    int[] late = {0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 7};

    assertThat(encoded(state, !COUNTED, early))
        .isEqualTo(encoded(state, !COUNTED, late))
        .isEqualTo(encoded(withoutTtl, !COUNTED, 0, 0, 0, 7));
    assertThat(encodedWithTtl(state, early)).isNotEqualTo(encodedWithTtl(state, late));
  }

  @Test
  void comparesWhatCannotBeDecodedByItsBytes() {
    KeyedState state = state(KeyedStateType.VALUE, new TtlType(OPAQUE));
    KeyedState withoutTtl = state(KeyedStateType.VALUE, OPAQUE);
    int[] early = {0, 0, 0, 0, 0, 0, 0, 1, 42};
    int[] late = {0, 0, 0, 0, 0, 0, 0, 2, 42};

    assertThat(encoded(state, !COUNTED, early))
        .isEqualTo(encoded(state, !COUNTED, late))
        .isEqualTo(encoded(withoutTtl, !COUNTED, 42))
        .isNotEqualTo(encoded(withoutTtl, !COUNTED, 43));
    assertThat(encodedWithTtl(state, early)).isNotEqualTo(encodedWithTtl(state, late));
  }

  @Test
  void passesOverWhatStandsBehindANull() {
    KeyedState state = state(KeyedStateType.MAP, type(IntSerializer.INSTANCE));

    assertThat(encoded(state, !COUNTED, 1))
        .isEqualTo(encoded(state, !COUNTED, 1, 0, 0, 0, 7))
        .isNotEqualTo(encoded(state, !COUNTED, 0, 0, 0, 0, 7));
  }

  @Test
  void countsWhatIsSomethingElseThanItsType() {
    ValueEncoder encoder = new ValueEncoder(options(!WITH_TTL), Side.FROM, !COUNTED);

    encoder.write(state(KeyedStateType.VALUE, type(IntSerializer.INSTANCE)), reader(1, 2, 3));
    encoder.write(state(KeyedStateType.VALUE, OPAQUE), reader(1, 2, 3));

    assertThat(encoder.damaged()).isOne();
  }

  private static <T> byte[] value(TypeSerializer<T> serializer, T value) throws IOException {
    KeyedState state = state(KeyedStateType.VALUE, type(serializer));
    return encoded(options(!WITH_TTL), state, !COUNTED, bytes(serializer, value));
  }

  private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  private static ValueType type(TypeSerializer<?> serializer) {
    DataOutputSerializer out = new DataOutputSerializer(64);
    try {
      TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(
          out, serializer.snapshotConfiguration());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Objects.requireNonNull(
        SerializerSnapshots.read(ByteReader.of("snapshot", out.getCopyOfBuffer())));
  }

  private static KeyedState state(KeyedStateType kind, ValueType value) {
    ValueType key = type(StringSerializer.INSTANCE);
    return new KeyedState(
        "state", kind, key, NoNamespace.VOID, kind == KeyedStateType.MAP ? key : null, value, "");
  }

  private static byte[] encoded(KeyedState state, boolean countsListElements, int... bytes) {
    return encoded(options(!WITH_TTL), state, countsListElements, array(bytes));
  }

  private static byte[] encodedWithTtl(KeyedState state, int... bytes) {
    return encoded(options(WITH_TTL), state, !COUNTED, array(bytes));
  }

  private static byte[] encoded(
      DiffOptions options, KeyedState state, boolean countsListElements, byte[] bytes) {
    ValueEncoder encoder = new ValueEncoder(options, Side.FROM, countsListElements);
    encoder.write(state, ByteReader.of("value", bytes));
    return Arrays.copyOf(encoder.bytes(), encoder.size());
  }

  private static ByteReader reader(int... bytes) {
    return ByteReader.of("value", array(bytes));
  }

  private static byte[] array(int... bytes) {
    byte[] array = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      array[i] = (byte) bytes[i];
    }
    return array;
  }

  private static DiffOptions options(boolean withTtl) {
    return new DiffOptions(/* rows= */ false, withTtl, Path.of("none"), 0);
  }
}
