// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldName;
import io.drey.operators.event.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.MapType;
import org.apache.flink.table.types.logical.RowType;
import org.jspecify.annotations.Nullable;

/**
 * Converts the JSON that states are written as to Flink's internal data structures, by their SQL
 * types. A value that does not fit its type becomes null, and is counted.
 */
final class JsonReading {
  private static final FieldName KEY = new FieldName("key");
  private static final FieldName VALUE = new FieldName("value");

  private long unfit;

  /** Reads the values of one type. */
  interface Reader {
    /** Converts JSON that is not null. */
    @Nullable Object read(JsonValue value);

    default @Nullable Object readOrNull(@Nullable JsonValue value) {
      return value == null || value.kind() == JsonValue.Kind.NULL ? null : read(value);
    }
  }

  /** How many values did not fit their types. */
  long unfit() {
    return unfit;
  }

  Reader of(LogicalType type) {
    if (type instanceof RowType row) {
      return row(row);
    }
    if (type instanceof ArrayType array) {
      return array(of(array.getElementType()));
    }
    if (type instanceof MapType map) {
      return map(map);
    }
    Parsing parsing = Parsing.of(type);
    return value -> parse(parsing, value.text());
  }

  private @Nullable Object parse(Parsing parsing, String text) {
    try {
      Object parsed = parsing.parse(text);
      if (parsed != null) {
        return parsed;
      }
    } catch (RuntimeException e) {
      // numbers, times and base64 each throw an exception type of their own
    }
    return unfitting();
  }

  private @Nullable Object unfitting() {
    unfit++;
    return null;
  }

  private Reader row(RowType type) {
    int count = type.getFieldCount();
    FieldName[] names = new FieldName[count];
    Reader[] readers = new Reader[count];
    for (int i = 0; i < count; i++) {
      names[i] = new FieldName(type.getFieldNames().get(i));
      readers[i] = of(type.getTypeAt(i));
    }
    return value -> {
      Event object = value.object();
      return object == null ? unfitting() : row(object, names, readers);
    };
  }

  private static GenericRowData row(Event object, FieldName[] names, Reader[] readers) {
    GenericRowData row = new GenericRowData(names.length);
    for (int i = 0; i < names.length; i++) {
      row.setField(i, readers[i].readOrNull(object.value(names[i])));
    }
    return row;
  }

  private Reader array(Reader element) {
    return value -> {
      List<JsonValue> elements = value.elements();
      return elements == null
          ? unfitting()
          : new GenericArrayData(elements.stream().map(element::readOrNull).toArray());
    };
  }

  /** Reads maps, which are objects if their keys are scalar, else arrays of objects. */
  private Reader map(MapType type) {
    Parsing name = Parsing.of(type.getKeyType());
    Reader key = of(type.getKeyType());
    Reader content = of(type.getValueType());
    return value -> {
      Map<@Nullable Object, @Nullable Object> map = new HashMap<>();
      Event object = value.object();
      List<JsonValue> entries = value.elements();
      if (object != null) {
        List<String> names = object.names();
        for (int i = 0; i < names.size(); i++) {
          map.put(parse(name, names.get(i)), content.readOrNull(object.valueAt(i)));
        }
      } else if (entries != null) {
        entries.forEach(entry -> put(map, entry, key, content));
      } else {
        return unfitting();
      }
      return new GenericMapData(map);
    };
  }

  private static void put(
      Map<@Nullable Object, @Nullable Object> map, JsonValue entry, Reader key, Reader content) {
    Event object = entry.object();
    if (object != null) {
      map.put(key.readOrNull(object.value(KEY)), content.readOrNull(object.value(VALUE)));
    }
  }
}
