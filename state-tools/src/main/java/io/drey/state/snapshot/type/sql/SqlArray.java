package io.drey.state.snapshot.type.sql;

import io.drey.state.json.JsonWriter;

/** Arrays: how many elements there are, a bit for each that is null, and their cells. */
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

  /** The number of elements, each of which takes a bit at least. */
  int count(SqlBlock block) {
    int count = block.intAt(0);
    if (count < 0 || count / Byte.SIZE > block.size()) {
      throw block.in().malformed("an array has " + count + " elements");
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
