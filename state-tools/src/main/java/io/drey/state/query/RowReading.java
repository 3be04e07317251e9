// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldName;
import io.drey.operators.event.JsonValue;
import io.drey.operators.event.MalformedJsonException;
import io.drey.state.json.JsonWriter;
import java.util.List;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.types.logical.RowType;
import org.jspecify.annotations.Nullable;

/**
 * Converts rows of {@code drey state read} to SQL rows. A value that could not be decoded is null,
 * and counted, unless the column has type BYTES.
 */
final class RowReading {
  private static final String BYTES = "bytes";
  private static final FieldName BYTES_NAME = new FieldName(BYTES);
  private static final String VALUE = "value";

  private final JsonReading values = new JsonReading();
  private final Column[] columns;
  private long undecoded;

  /**
   * A column.
   *
   * @param mayBeBytes whether an object with only bytes is a valid value
   */
  private record Column(
      FieldName name, JsonReading.Reader reader, boolean isBytes, boolean mayBeBytes) {}

  RowReading(RowType type) {
    columns =
        type.getFields().stream()
            .map(field -> column(field.getName(), field.getType()))
            .toArray(Column[]::new);
  }

  private Column column(String name, LogicalType type) {
    boolean isBytes = type.is(LogicalTypeRoot.VARBINARY);
    boolean mayBeBytes = type instanceof RowType row && row.getFieldNames().contains(BYTES);
    return new Column(new FieldName(name), values.of(type), isBytes, isBytes || mayBeBytes);
  }

  /** How many values could not be decoded, for lack of the job's classes or because of damage. */
  long undecoded() {
    return undecoded;
  }

  /** How many values did not fit their SQL type. */
  long unfit() {
    return values.unfit();
  }

  /** Whether rows have no columns, since they are only counted. */
  boolean isEmpty() {
    return columns.length == 0;
  }

  GenericRowData read(JsonWriter json) {
    Event object;
    try {
      object = Event.parse(json.buffer(), 0, json.size() - 1);
    } catch (MalformedJsonException e) {
      throw new IllegalStateException("Cannot parse row: " + e.getMessage(), e);
    }
    GenericRowData row = new GenericRowData(columns.length);
    for (int i = 0; i < columns.length; i++) {
      row.setField(i, columns[i].reader().readOrNull(cell(object, columns[i])));
    }
    return row;
  }

  private @Nullable JsonValue cell(Event row, Column column) {
    JsonValue cell = row.value(column.name());
    return column.name().text().equals(VALUE)
        ? value(cell, row.value(BYTES_NAME), column)
        : part(cell, column);
  }

  /** Returns a value; if it could not be decoded, its bytes. */
  private @Nullable JsonValue value(
      @Nullable JsonValue cell, @Nullable JsonValue bytes, Column column) {
    if (cell != null || bytes == null) {
      return cell;
    }
    return column.isBytes() ? bytes : undecodable();
  }

  /** Returns a key or another part; if it could not be decoded, its bytes from an object. */
  private @Nullable JsonValue part(@Nullable JsonValue cell, Column column) {
    Event object = cell == null ? null : cell.object();
    if (object == null || !object.names().equals(List.of(BYTES))) {
      return cell;
    }
    if (column.isBytes()) {
      return object.valueAt(0);
    }
    return column.mayBeBytes() ? cell : undecodable();
  }

  private @Nullable JsonValue undecodable() {
    undecoded++;
    return null;
  }
}
