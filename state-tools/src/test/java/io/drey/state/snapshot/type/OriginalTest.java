// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.json.Original;
import io.drey.state.json.ValueTree;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.typeutils.runtime.TupleSerializer;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.types.bitmap.Bitmap;
import org.apache.flink.types.variant.Variant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values that JSON tells too little of keep their bytes while others beside them change. */
class OriginalTest {
  private static final int NEW_METADATA = 6;

  @Test
  void keepsWhatKryoWrote() throws IOException {
    TypeSerializer<Object> kryo = kryo(Object.class);
    ListSerializer<Object> list = new ListSerializer<>(kryo);
    List<Object> value =
        List.of(new ArrayList<>(List.of(1, 2L)), new TreeMap<>(Map.of("k", List.of())));
    byte[] bytes = bytes(list, value);
    ValueType type = type(list);

    Object tree = tree(type, bytes, new ValueTree());

    assertThat(tree).isEqualTo(List.of(List.of(1L, 2L), Map.of("k", List.of())));
    assertThat(encoded(type, tree)).isEqualTo(bytes);
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"}) // of the class of a tuple
  void keepsWhatHasNamesOfItsOwnBesideOthers() throws IOException {
    TypeSerializer<Object> kryo = kryo(Object.class);
    TupleSerializer<Tuple2<Object, Object>> pair =
        new TupleSerializer<>((Class) Tuple2.class, new TypeSerializer<?>[] {kryo, kryo});
    byte[] bytes =
        bytes(
            pair,
            Tuple2.of(
                new TreeMap<>(Map.of("k", new TreeMap<>(Map.of("f0", 1)))),
                new TreeMap<>(Map.of("k", "v"))));
    ValueType type = type(pair);

    assertThat(encoded(type, tree(type, bytes, new ValueTree()))).isEqualTo(bytes);
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"}) // of the class of a tuple
  void keepsTextsWhereNoneLooksAtThem() throws IOException {
    TupleSerializer<Tuple2<UUID, UUID>> pair =
        new TupleSerializer<>(
            (Class) Tuple2.class, new TypeSerializer<?>[] {kryo(UUID.class), kryo(UUID.class)});
    byte[] bytes = bytes(pair, Tuple2.of(new UUID(1, 2), new UUID(3, 4)));
    ValueType type = type(pair);

    assertThat(encoded(type, tree(type, bytes, ValueTree.withOriginalTexts()))).isEqualTo(bytes);
    Object plain = tree(type, bytes, new ValueTree());
    assertThat(plain)
        .isEqualTo(Map.of("f0", new UUID(1, 2).toString(), "f1", new UUID(3, 4).toString()));
    assertRefused(type, plain, "Kryo<java.util.UUID>");
  }

  @Test
  void refusesThemInAnotherTypeAndOnceChanged() throws IOException {
    ValueType objects = type(kryo(Object.class));
    ValueType lists = type(kryo(List.class));
    Object tree = tree(objects, bytes(kryo(Object.class), List.of("a")), new ValueTree());

    assertThat(tree).isInstanceOf(Original.class);
    assertRefused(lists, tree, "Kryo<java.util.List>");
    assertRefused(objects, List.of("a"), "Kryo<java.lang.Object>");
    assertThat(encoded(SequenceType.list(StringType.STRING), tree))
        .isEqualTo(encoded(SequenceType.list(StringType.STRING), List.of("a")));
  }

  @Test
  void keepsVariantsAndBitmapsOfRows() throws IOException {
    RowDataSerializer serializer =
        new RowDataSerializer(
            DataTypes.VARIANT().getLogicalType(),
            DataTypes.BITMAP().getLogicalType(),
            DataTypes.INT().getLogicalType());
    Variant variant = Variant.newBuilder().object().add("k", Variant.newBuilder().of("v")).build();
    GenericRowData row = GenericRowData.of(variant, Bitmap.fromArray(new int[] {9, 3}), 7);
    byte[] bytes = bytes(serializer, row);
    ValueType type = type(serializer);

    assertThat(encoded(type, tree(type, bytes, new ValueTree()))).isEqualTo(bytes);
  }

  /** The type in a savepoint of Flink 2. */
  private static ValueType type(TypeSerializer<?> serializer) throws IOException {
    ByteReader in =
        ByteReader.of("snapshot", SerializersTest.snapshot(serializer)).ofMetadata(NEW_METADATA);
    return Objects.requireNonNull(SerializerSnapshots.read(in));
  }

  private static void assertRefused(ValueType type, @Nullable Object value, String message) {
    assertThatThrownBy(() -> encoded(type, value))
        .isInstanceOf(UndecodableException.class)
        .hasMessage(message);
  }

  private static @Nullable Object tree(ValueType type, byte[] bytes, ValueTree tree) {
    type.write(ByteReader.of("value", bytes), tree);
    return tree.take();
  }

  private static byte[] encoded(ValueType type, @Nullable Object value) {
    ByteWriter out = new ByteWriter();
    type.encode(value, out);
    return out.bytes();
  }

  private static <T> TypeSerializer<T> kryo(Class<T> type) {
    return new KryoSerializer<>(type, new SerializerConfigImpl());
  }

  private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }
}
