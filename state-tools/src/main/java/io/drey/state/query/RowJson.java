// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.json.JsonWriter;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LocalZonedTimestampType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.MapType;
import org.apache.flink.table.types.logical.MultisetType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.Row;
import org.jspecify.annotations.Nullable;

/** Writes rows of a query result as JSON, with values formatted like {@code drey state read}. */
final class RowJson {
  private static final int MILLIS = 3;

  private final JsonWriter json;

  RowJson(JsonWriter json) {
    this.json = json;
  }

  void write(Row row, RowType type) {
    json.beginObject();
    for (int i = 0; i < type.getFieldCount(); i++) {
      json.name(type.getFieldNames().get(i));
      write(row.getField(i), type.getTypeAt(i));
    }
    json.endObject();
  }

  private void write(@Nullable Object value, LogicalType type) {
    if (value == null) {
      json.nullValue();
    } else if (value instanceof Row row && type instanceof RowType rowType) {
      write(row, rowType);
    } else if (type instanceof ArrayType array) {
      writeElements(value, array.getElementType());
    } else if (value instanceof Map<?, ?> map && type instanceof MapType mapType) {
      write(map, mapType.getKeyType(), mapType.getValueType());
    } else if (value instanceof Map<?, ?> counts && type instanceof MultisetType multiset) {
      write(counts, multiset.getElementType(), new IntType());
    } else {
      writeSingle(value, type);
    }
  }

  /** Writes the elements of an array, which may be primitive. */
  private void writeElements(Object array, LogicalType type) {
    json.beginArray();
    for (int i = 0; i < Array.getLength(array); i++) {
      write(Array.get(array, i), type);
    }
    json.endArray();
  }

  /** Writes a map as an object if keys are scalar, else as an array of objects. */
  private void write(Map<?, ?> map, LogicalType keyType, LogicalType valueType) {
    if (!keyType.getChildren().isEmpty()) {
      writeEntries(map, keyType, valueType);
      return;
    }
    json.beginObject();
    map.forEach(
        (key, value) -> {
          int start = json.size();
          write(key, keyType);
          json.nameOfValueAt(start);
          write(value, valueType);
        });
    json.endObject();
  }

  private void writeEntries(Map<?, ?> map, LogicalType keyType, LogicalType valueType) {
    json.beginArray();
    map.forEach(
        (key, value) -> {
          json.beginObject();
          json.name("key");
          write(key, keyType);
          json.name("value");
          write(value, valueType);
          json.endObject();
        });
    json.endArray();
  }

  private void writeSingle(Object value, LogicalType type) {
    if (value instanceof Boolean bool) {
      json.bool(bool);
    } else if (value instanceof Double number) {
      json.number(number);
    } else if (value instanceof Float number) {
      json.number(number);
    } else if (value instanceof BigDecimal number) {
      json.literal(digits(number).toPlainString());
    } else if (value instanceof Number number) {
      json.number(number.longValue());
    } else if (value instanceof byte[] bytes) {
      json.base64(bytes, 0, bytes.length);
    } else if (value instanceof Instant instant && hasMillis(type)) {
      json.instant(instant.toEpochMilli());
    } else {
      json.text(value.toString());
    }
  }

  private static boolean hasMillis(LogicalType type) {
    return type instanceof LocalZonedTimestampType time && time.getPrecision() <= MILLIS;
  }

  /** Strips the trailing zeros that the fixed scale adds to unbounded numbers. */
  private static BigDecimal digits(BigDecimal number) {
    return number.scale() == SqlTypes.DECIMAL_SCALE ? number.stripTrailingZeros() : number;
  }
}
