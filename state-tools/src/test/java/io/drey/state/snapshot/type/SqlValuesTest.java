// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.registry.KeyHash;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RawValueData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.runtime.operators.sink.SortedLongSerializer;
import org.apache.flink.table.runtime.typeutils.InternalSerializers;
import org.apache.flink.table.runtime.typeutils.LinkedListSerializer;
import org.apache.flink.table.runtime.typeutils.RawValueDataSerializer;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.types.RowKind;
import org.apache.flink.types.bitmap.Bitmap;
import org.apache.flink.types.variant.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of Flink SQL as its own serializers write them, beside the snapshots they leave. */
@SuppressWarnings({"JdkObsolete", "NullAway"}) // one is a linked list, some are null
class SqlValuesTest {
  private static final TypeSerializer<Secret> KRYO =
      new GenericTypeInfo<>(Secret.class).createSerializer(new SerializerConfigImpl());
  private static final StringData LONG_TEXT =
      StringData.fromString("longer than seven \u00e9\u4e16");

  @ParameterizedTest(name = "{1} {3}")
  @MethodSource({"alone", "ofOperators"})
  <T> void readsWhatFlinkWrites(TypeSerializer<T> serializer, String text, T value, String json)
      throws IOException {
    ValueType type = SerializersTest.type(serializer);
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    ByteReader in = ByteReader.of("value", out.getCopyOfBuffer());
    type.skip(in);

    assertThat(type.text()).isEqualTo(text);
    assertThat(type.size()).isEqualTo(serializer.getLength());
    assertThat(json(type, out.getCopyOfBuffer())).isEqualTo(json);
    assertThat(in.remaining()).isZero();
  }

  @ParameterizedTest(name = "{0} {3}")
  @MethodSource("cells")
  void readsCellsOfRows(DataType type, Object value, String text, String json) throws IOException {
    RowDataSerializer serializer =
        new RowDataSerializer(type.getLogicalType(), DataTypes.INT().getLogicalType());
    GenericRowData row = GenericRowData.of(value, 7);
    GenericRowData empty = GenericRowData.ofKind(RowKind.DELETE, null, 7);

    ValueType read = SerializersTest.type(serializer);

    assertThat(read.text()).isEqualTo("Row<" + text + ", Int>");
    assertThat(json(read, bytes(serializer, row))).isEqualTo("{\"f0\":" + json + ",\"f1\":7}");
    assertThat(json(read, bytes(serializer, empty)))
        .isEqualTo("{\"$kind\":\"-D\",\"f0\":null,\"f1\":7}");
  }

  @ParameterizedTest(name = "{0} {3}")
  @MethodSource("cells")
  void readsCellsOfArrays(DataType type, Object value, String text, String json)
      throws IOException {
    LogicalType array = DataTypes.ARRAY(type).getLogicalType();
    TypeSerializer<Object> serializer = InternalSerializers.create(array);
    GenericArrayData values = new GenericArrayData(new Object[] {null, value, value});

    ValueType read = SerializersTest.type(serializer);

    assertThat(read.text()).isEqualTo(text + "[]");
    assertThat(json(read, bytes(serializer, values))).isEqualTo("[null," + json + "," + json + "]");
  }

  @Test
  void hashesRowsAsFlinkDoes() throws IOException {
    RowDataSerializer serializer =
        new RowDataSerializer(
            DataTypes.STRING().getLogicalType(), DataTypes.BIGINT().getLogicalType());
    KeyHash hash = Objects.requireNonNull(KeyHash.of(SerializersTest.type(serializer)));
    for (GenericRowData key :
        Arrays.asList(
            GenericRowData.of(StringData.fromString("a"), -5L),
            GenericRowData.of(LONG_TEXT, null),
            GenericRowData.of(null, Long.MAX_VALUE))) {
      ByteReader in = ByteReader.of("key", bytes(serializer, key));

      assertThat(hash.read(in)).isEqualTo(serializer.toBinaryRow(key).hashCode());
      assertThat(in.remaining()).isZero();
    }
  }

  @Test
  void survivesAnything() throws IOException {
    RowDataSerializer serializer =
        new RowDataSerializer(all().stream().toArray(LogicalType[]::new));
    ValueType type = SerializersTest.type(serializer);
    byte[] whole =
        bytes(serializer, GenericRowData.of(cells().map(each -> each.get()[1]).toArray()));
    Random random = new Random(5);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      boolean isCutOff = random.nextInt(4) == 0;
      byte[] bytes =
          Arrays.copyOf(whole, isCutOff ? 4 + random.nextInt(whole.length - 3) : whole.length);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        type.write(ByteReader.of("value", bytes), new JsonWriter());
        read++;
      } catch (SavepointException e) {
        // is what may come
      }
    }

    assertThat(read).isBetween(4_000, 16_000);
  }

  @Test
  void survivesDamagedSnapshots() throws IOException {
    byte[] whole =
        SerializersTest.snapshot(new RowDataSerializer(all().stream().toArray(LogicalType[]::new)));
    Random random = new Random(6);
    int read = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      try {
        SerializerSnapshots.read(ByteReader.of("snapshot", bytes));
        read++;
      } catch (SavepointException e) {
        // is what may come
      }
    }

    assertThat(read).isBetween(1_500, 4_500);
  }

  private static java.util.List<LogicalType> all() {
    return cells().map(each -> ((DataType) each.get()[0]).getLogicalType()).toList();
  }

  static Stream<Arguments> alone() {
    return Stream.of(
        alone(DataTypes.STRING(), "String", LONG_TEXT, "\"longer than seven \u00e9\u4e16\""),
        alone(DataTypes.BYTES(), "Byte[]", new byte[] {1, 2}, "\"AQI=\""),
        alone(
            DataTypes.DECIMAL(10, 2),
            "BigDecimal",
            DecimalData.fromBigDecimal(new BigDecimal("-1.50"), 10, 2),
            "-1.50"),
        alone(
            DataTypes.DECIMAL(30, 2),
            "BigDecimal",
            DecimalData.fromBigDecimal(new BigDecimal("1234567890123456789.01"), 30, 2),
            "1234567890123456789.01"),
        alone(
            DataTypes.TIMESTAMP(3),
            "LocalDateTime",
            TimestampData.fromEpochMillis(1),
            "\"1970-01-01T00:00:00.001\""),
        alone(
            DataTypes.TIMESTAMP(9),
            "LocalDateTime",
            TimestampData.fromEpochMillis(1, 2),
            "\"1970-01-01T00:00:00.001000002\""));
  }

  static Stream<Arguments> ofOperators() {
    LinkedList<Integer> list = new LinkedList<>(Arrays.asList(1, null, 3));
    RawValueDataSerializer<Integer> raw = new RawValueDataSerializer<>(IntSerializer.INSTANCE);
    return Stream.of(
        arguments(
            new LinkedListSerializer<>(IntSerializer.INSTANCE), "List<Int>", list, "[1,null,3]"),
        arguments(raw, "Int", RawValueData.fromObject(5), "5"),
        arguments(SortedLongSerializer.INSTANCE, "Long", -5L, "-5"));
  }

  static Stream<Arguments> cells() {
    return Stream.of(
        arguments(DataTypes.BOOLEAN(), true, "Boolean", "true"),
        arguments(DataTypes.TINYINT(), (byte) -1, "Byte", "-1"),
        arguments(DataTypes.SMALLINT(), (short) -300, "Short", "-300"),
        arguments(DataTypes.INT(), -70_000, "Int", "-70000"),
        arguments(DataTypes.BIGINT(), Long.MIN_VALUE, "Long", "-9223372036854775808"),
        arguments(DataTypes.FLOAT(), 1.5f, "Float", "1.5"),
        arguments(DataTypes.DOUBLE(), -3.0, "Double", "-3.0"),
        arguments(
            DataTypes.DATE(),
            (int) LocalDate.of(2024, 2, 29).toEpochDay(),
            "LocalDate",
            "\"2024-02-29\""),
        arguments(DataTypes.TIME(3), 3_723_004, "LocalTime", "\"01:02:03.004\""),
        arguments(DataTypes.STRING(), StringData.fromString("seven77"), "String", "\"seven77\""),
        arguments(DataTypes.CHAR(30), LONG_TEXT, "String", "\"longer than seven \u00e9\u4e16\""),
        arguments(DataTypes.BYTES(), new byte[] {1, 2}, "Byte[]", "\"AQI=\""),
        arguments(
            DataTypes.DECIMAL(10, 2),
            DecimalData.fromBigDecimal(new BigDecimal("1.50"), 10, 2),
            "BigDecimal",
            "1.50"),
        arguments(
            DataTypes.DECIMAL(30, 2),
            DecimalData.fromBigDecimal(new BigDecimal("-1.50"), 30, 2),
            "BigDecimal",
            "-1.50"),
        arguments(
            DataTypes.TIMESTAMP_LTZ(3),
            TimestampData.fromInstant(Instant.EPOCH),
            "Instant",
            "\"1970-01-01T00:00:00.000Z\""),
        arguments(
            DataTypes.TIMESTAMP(6),
            TimestampData.fromLocalDateTime(LocalDateTime.of(1969, 12, 31, 23, 59, 59, 1000)),
            "LocalDateTime",
            "\"1969-12-31T23:59:59.000001\""),
        arguments(
            DataTypes.ARRAY(DataTypes.STRING()),
            new GenericArrayData(new Object[] {LONG_TEXT, null}),
            "String[]",
            "[\"longer than seven \u00e9\u4e16\",null]"),
        arguments(
            DataTypes.MAP(DataTypes.STRING(), DataTypes.BIGINT()),
            new GenericMapData(new TreeMap<>(Map.of(StringData.fromString("a"), 1L))),
            "Map<String, Long>",
            "{\"a\":1}"),
        arguments(
            DataTypes.MULTISET(DataTypes.DATE()),
            new GenericMapData(Map.of(0, 2)),
            "Map<LocalDate, Int>",
            "{\"1970-01-01\":2}"),
        arguments(
            DataTypes.ROW(
                DataTypes.FIELD("id", DataTypes.BIGINT()),
                DataTypes.FIELD("names", DataTypes.ARRAY(DataTypes.STRING()))),
            GenericRowData.of(1L, new GenericArrayData(new Object[] {LONG_TEXT})),
            "Row{id: Long, names: String[]}",
            "{\"id\":1,\"names\":[\"longer than seven \u00e9\u4e16\"]}"),
        arguments(DataTypes.VARIANT(), Variant.newBuilder().of("v"), "Variant", "\"v\""),
        arguments(DataTypes.BITMAP(), Bitmap.fromArray(new int[] {9, 3}), "Bitmap", "[3,9]"));
  }

  @Test
  void readsRawCellsOfRowsByTheirOwnSerializer() throws IOException {
    RowDataSerializer serializer =
        new RowDataSerializer(
            DataTypes.RAW(Integer.class, IntSerializer.INSTANCE).getLogicalType(),
            DataTypes.RAW(Secret.class, KRYO).getLogicalType());
    GenericRowData row =
        GenericRowData.of(RawValueData.fromObject(5), RawValueData.fromObject(new Secret()));

    ValueType read = SerializersTest.type(serializer);

    assertThat(read.text()).isEqualTo("Row<Int, Kryo<" + Secret.class.getName() + ">>");
    assertThat(json(read, bytes(serializer, row))).matches("\\{\"f0\":5,\"f1\":\"[\\w+/=]+\"}");
  }

  @Test
  void readsRawValuesInNestedRows() throws IOException {
    DataType ints = DataTypes.RAW(Integer.class, IntSerializer.INSTANCE);
    DataType secrets = DataTypes.RAW(Secret.class, KRYO);
    DataType inner = DataTypes.ROW(DataTypes.FIELD("n", ints), DataTypes.FIELD("secret", secrets));
    RowDataSerializer serializer =
        new RowDataSerializer(
            DataTypes.ROW(DataTypes.FIELD("inner", inner)).getLogicalType(),
            DataTypes.BIGINT().getLogicalType());
    GenericRowData values =
        GenericRowData.of(RawValueData.fromObject(5), RawValueData.fromObject(new Secret()));

    ValueType read = SerializersTest.type(serializer);

    assertThat(read.text())
        .isEqualTo(
            "Row<Row{inner: Row{n: Int, secret: Kryo<" + Secret.class.getName() + ">}}, Long>");
    assertThat(json(read, bytes(serializer, GenericRowData.of(GenericRowData.of(values), 7L))))
        .matches("\\{\"f0\":\\{\"inner\":\\{\"n\":5,\"secret\":\"[\\w+/=]+\"}},\"f1\":7}");
  }

  @Test
  void readsRawValuesInArraysAndMaps() throws IOException {
    DataType texts = DataTypes.RAW(String.class, StringSerializer.INSTANCE);
    DataType secrets = DataTypes.RAW(Secret.class, KRYO);
    GenericArrayData array =
        new GenericArrayData(
            new Object[] {RawValueData.fromObject("a"), null, RawValueData.fromObject("b")});
    RowDataSerializer serializer =
        new RowDataSerializer(
            DataTypes.ARRAY(texts).getLogicalType(),
            DataTypes.MAP(DataTypes.INT(), texts).getLogicalType(),
            DataTypes.ARRAY(secrets).getLogicalType());
    GenericRowData row =
        GenericRowData.of(
            array,
            new GenericMapData(Map.of(1, RawValueData.fromObject("c"))),
            new GenericArrayData(new Object[] {RawValueData.fromObject(new Secret())}));

    ValueType read = SerializersTest.type(serializer);

    assertThat(read.text())
        .isEqualTo("Row<String[], Map<Int, String>, " + KRYO.getClass().getName() + "[]>");
    assertThat(json(read, bytes(serializer, row)))
        .matches("\\{\"f0\":\\[\"a\",null,\"b\"],\"f1\":\\{\"1\":\"c\"},\"f2\":\\[\"[\\w+/=]+\"]}");
  }

  /** Written by Kryo, and by nothing else. */
  static final class Secret {}

  private static Arguments alone(DataType type, String text, Object value, String json) {
    return arguments(InternalSerializers.create(type.getLogicalType()), text, value, json);
  }

  private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  private static String json(ValueType type, byte[] bytes) {
    ByteReader in = ByteReader.of("value", bytes);
    JsonWriter json = new JsonWriter();
    type.write(in, json);
    assertThat(in.remaining()).isZero();
    return json.toString();
  }
}
