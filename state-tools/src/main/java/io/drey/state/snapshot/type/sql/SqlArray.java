// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.type.ElementsType;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Arrays: the number of elements, a bit mask of the null elements, and their cells. */
record SqlArray(SqlType element) implements SqlBlockType, ElementsType {
  @Override
  public String text() {
    return element.text() + "[]";
  }

  @Override
  public void writeBlock(SqlBlock block, ValueSink out) {
    int count = count(block);
    out.beginArray();
    for (int i = 0; i < count; i++) {
      writeElement(block, i, count, out);
    }
    out.endArray();
  }

  /** Reads the number of elements, which take at least one bit each. */
  int count(SqlBlock block) {
    int count = block.intAt(0);
    if (count < 0 || count / Byte.SIZE > block.size()) {
      throw block.in().malformed("invalid number of elements: " + count);
    }
    return count;
  }

  void writeElement(SqlBlock block, int index, int count, ValueSink out) {
    if (block.bitAt(Integer.BYTES, index)) {
      out.nullValue();
    } else {
      int words = (count + Integer.SIZE - 1) / Integer.SIZE;
      int cells = (1 + words) * Integer.BYTES;
      element.writeCell(block, cells + index * element.cellBytes(), out);
    }
  }

  @Override
  public byte[] encodeBlock(@Nullable Object value) {
    Collection<?> elements = Given.elements(value);
    SqlBlockWriter block = SqlBlockWriter.array(elements.size(), element.cellBytes());
    int index = 0;
    for (Object each : elements) {
      try {
        block.encode(index, each, element);
      } catch (UnfitValueException e) {
        throw e.within("[" + index + "]");
      }
      index++;
    }
    return block.bytes();
  }
}
