package io.drey.state.snapshot.type.sql;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.type.ValueType;

/**
 * Values of Flink SQL: by themselves as serializers write them, and in cells of rows and arrays.
 */
interface SqlType extends ValueType {
  /** How many bytes a cell of an array takes; one of a row takes eight. */
  default int cellBytes() {
    return Long.BYTES;
  }

  /** Writes a value that is not null. */
  void writeCell(SqlBlock block, int cell, JsonWriter json);
}
