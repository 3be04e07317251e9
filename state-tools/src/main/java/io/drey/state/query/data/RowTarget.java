// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query.data;

import io.drey.state.json.JsonWriter;
import java.util.Arrays;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.types.logical.RowType;
import org.jspecify.annotations.Nullable;

/** Rows: objects, whose members are found by name. A field that is not among them is null. */
final class RowTarget extends Target {
  private static final int NONE = -1;

  private final byte[][] names;
  private final Target[] fields;
  private GenericRowData row;
  private int at;

  RowTarget(RowType type) {
    names = type.getFieldNames().stream().map(JsonWriter::encodedName).toArray(byte[][]::new);
    fields = type.getChildren().stream().map(Targets::of).toArray(Target[]::new);
    row = new GenericRowData(names.length);
  }

  @Override
  boolean begins(Parts parts) {
    row = new GenericRowData(names.length);
    at = NONE;
    return parts == Parts.MEMBERS;
  }

  @Override
  void name(byte[] encoded) {
    int next = at + 1;
    at = next < names.length && isName(next, encoded) ? next : find(encoded);
  }

  private int find(byte[] encoded) {
    for (int i = 0; i < names.length; i++) {
      if (isName(i, encoded)) {
        return i;
      }
    }
    return NONE;
  }

  /** Compares a name, and keeps it: types name their fields by the same bytes each time. */
  private boolean isName(int field, byte[] encoded) {
    if (names[field] == encoded) {
      return true;
    }
    if (Arrays.equals(names[field], encoded)) {
      names[field] = encoded;
      return true;
    }
    return false;
  }

  @Override
  Target part() {
    return at == NONE ? NOWHERE : fields[at];
  }

  @Override
  void add(@Nullable Object part) {
    if (at != NONE) {
      row.setField(at, part);
    }
  }

  @Override
  Object end() {
    return row;
  }
}
