// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.type.ValueType;

/**
 * Values of Flink SQL: on their own, as serializers write them, and in cells of rows and arrays.
 */
interface SqlType extends ValueType {
  /** The number of bytes of a cell in an array; a cell in a row has eight. */
  default int cellBytes() {
    return Long.BYTES;
  }

  /** Writes a value that is not null. */
  void writeCell(SqlBlock block, int cell, ValueSink out);

  /** Encodes a value that is not null: the mirror of {@link #writeCell}. */
  void encodeCell(Object value, SqlBlockWriter block, int cell);
}
