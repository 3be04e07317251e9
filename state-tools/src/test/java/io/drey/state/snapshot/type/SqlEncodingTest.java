// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.UnfitValueException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RawValueData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.runtime.typeutils.InternalSerializers;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.types.RowKind;
import org.apache.flink.types.bitmap.Bitmap;
import org.apache.flink.types.variant.Variant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of Flink SQL are encoded as its own serializers write them. */
@SuppressWarnings("NullAway") // some values are null
class SqlEncodingTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @ParameterizedTest(name = "{1} {3}")
  @MethodSource({
    "io.drey.state.snapshot.type.SqlValuesTest#alone",
    "io.drey.state.snapshot.type.SqlValuesTest#ofOperators",
    "nullAware"
  })
  <T> void writesWhatFlinkWrites(TypeSerializer<T> serializer, String text, T value, String json)
      throws IOException {
    assertThat(encoded(SerializersTest.type(serializer), parsed(json)))
        .as(text)
        .isEqualTo(bytes(serializer, value));
  }

  static Stream<Arguments> nullAware() {
    return FlinksOwnTypesTest.views()
        .filter(row -> !String.valueOf(row.get()[0]).contains("NullSerializer"));
  }

  @ParameterizedTest(name = "{0} {3}")
  @MethodSource("cells")
  void writesCellsOfRows(DataType type, Object value, String text, String json) throws IOException {
    RowDataSerializer serializer =
        new RowDataSerializer(
            type.getLogicalType(), DataTypes.INT().getLogicalType(), type.getLogicalType());
    ValueType row = SerializersTest.type(serializer);
    GenericRowData empty = GenericRowData.ofKind(RowKind.UPDATE_AFTER, null, 7, null);

    assertThat(encoded(row, parsed("{\"f0\":" + json + ",\"f1\":7,\"f2\":" + json + "}")))
        .as(text)
        .isEqualTo(bytes(serializer, GenericRowData.of(value, 7, value)));
    assertThat(encoded(row, Map.of("f1", 7, "$kind", "+U"))).isEqualTo(bytes(serializer, empty));
  }

  @ParameterizedTest(name = "{0} {3}")
  @MethodSource("cells")
  void writesCellsOfArrays(DataType type, Object value, String text, String json)
      throws IOException {
    LogicalType array = DataTypes.ARRAY(type).getLogicalType();
    TypeSerializer<Object> serializer = InternalSerializers.create(array);
    Object[] values = new Object[35];
    Arrays.fill(values, value);
    values[1] = null;
    values[33] = null;
    List<Object> shown = Arrays.asList(new Object[35]);
    Collections.fill(shown, parsed(json));
    shown.set(1, null);
    shown.set(33, null);

    assertThat(encoded(SerializersTest.type(serializer), shown))
        .as(text)
        .isEqualTo(bytes(serializer, new GenericArrayData(values)));
  }

  /** A variant or bitmap is shown as what it stands for. */
  static Stream<Arguments> cells() {
    return SqlValuesTest.cells()
        .filter(row -> !(row.get()[1] instanceof Variant) && !(row.get()[1] instanceof Bitmap));
  }

  @Test
  void doesNotEncodeVariantsAndBitmaps() throws IOException {
    ValueType row =
        SerializersTest.type(
            new RowDataSerializer(
                DataTypes.VARIANT().getLogicalType(), DataTypes.BITMAP().getLogicalType()));

    assertThatThrownBy(() -> encoded(row, Map.of("f0", "v")))
        .isInstanceOf(UndecodableException.class)
        .hasMessage("Variant");
    assertThatThrownBy(() -> encoded(row, Map.of("f1", List.of(1))))
        .isInstanceOf(UndecodableException.class)
        .hasMessage("Bitmap");
  }

  @Test
  void writesRowsOfManyFields() throws IOException {
    LogicalType[] types = new LogicalType[60];
    Arrays.fill(types, DataTypes.STRING().getLogicalType());
    RowDataSerializer serializer = new RowDataSerializer(types);
    GenericRowData row = new GenericRowData(types.length);
    Map<String, Object> shown = new LinkedHashMap<>();
    for (int i = 0; i < types.length; i += 3) {
      row.setField(i, StringData.fromString("x".repeat(i)));
      shown.put("f" + i, "x".repeat(i));
    }

    assertThat(encoded(SerializersTest.type(serializer), shown)).isEqualTo(bytes(serializer, row));
  }

  @Test
  void writesRawCellsByTheirOwnSerializer() throws IOException {
    RowDataSerializer serializer =
        new RowDataSerializer(
            DataTypes.RAW(Integer.class, IntSerializer.INSTANCE).getLogicalType());

    assertThat(encoded(SerializersTest.type(serializer), Map.of("f0", 5)))
        .isEqualTo(bytes(serializer, GenericRowData.of(RawValueData.fromObject(5))));
  }

  @Test
  void saysWhatIsUnfit() throws IOException {
    ValueType row =
        SerializersTest.type(
            new RowDataSerializer(
                DataTypes.DECIMAL(4, 2).getLogicalType(),
                DataTypes.TIMESTAMP(3).getLogicalType(),
                DataTypes.ROW(DataTypes.FIELD("n", DataTypes.ARRAY(DataTypes.TINYINT())))
                    .getLogicalType(),
                DataTypes.MAP(DataTypes.INT(), DataTypes.INT()).getLogicalType()));

    assertUnfit(row, "{\"f0\":123.4}", "'f0' must be a DECIMAL(4, 2) but was 123.4");
    assertUnfit(row, "{\"f0\":0.125}", "'f0' must be a DECIMAL(4, 2) but was 0.125");
    assertUnfit(
        row,
        "{\"f1\":\"2026-01-31T12:00:00.000001\"}",
        "'f1' must be a time in whole milliseconds but was '2026-01-31T12:00:00.000001'");
    assertUnfit(
        row,
        "{\"f2\":{\"n\":[1,300]}}",
        "'f2.n[1]' must be an integer from -128 to 127 but was 300");
    assertUnfit(
        row,
        "{\"f3\":{\"x\":1}}",
        "'f3[x]' must be an integer from -2147483648 to 2147483647 but was 'x'");
    assertUnfit(row, "{\"g\":1}", "must be an object of [f0, f1, f2, f3] but was an object of {g}");
  }

  private static void assertUnfit(ValueType type, String json, String message) {
    assertThatThrownBy(() -> encoded(type, parsed(json)))
        .isInstanceOf(UnfitValueException.class)
        .hasMessage(message);
  }

  private static byte[] encoded(ValueType type, @Nullable Object value) {
    ByteWriter out = new ByteWriter();
    type.encode(value, out);
    return out.bytes();
  }

  private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  private static @Nullable Object parsed(String json) {
    try {
      return JSON.readValue(json, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
