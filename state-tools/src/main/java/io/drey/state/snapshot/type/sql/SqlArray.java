// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.JsonWriter;

/** Arrays: the number of elements, a bit mask of the null elements, and their cells. */
record SqlArray(SqlType element) implements SqlBlockType {
  @Override
  public String text() {
    return element.text() + "[]";
  }

  @Override
  public void writeBlock(SqlBlock block, JsonWriter json) {
    int count = count(block);
    json.beginArray();
    for (int i = 0; i < count; i++) {
      writeElement(block, i, count, json);
    }
    json.endArray();
  }

  /** Reads the number of elements, which take at least one bit each. */
  int count(SqlBlock block) {
    int count = block.intAt(0);
    if (count < 0 || count / Byte.SIZE > block.size()) {
      throw block.in().malformed("invalid number of elements: " + count);
    }
    return count;
  }

  void writeElement(SqlBlock block, int index, int count, JsonWriter json) {
    if (block.bitAt(Integer.BYTES, index)) {
      json.nullValue();
    } else {
      int words = (count + Integer.SIZE - 1) / Integer.SIZE;
      int cells = (1 + words) * Integer.BYTES;
      element.writeCell(block, cells + index * element.cellBytes(), json);
    }
  }
}
