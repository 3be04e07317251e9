// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.avro;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.bytes.Varint;
import io.drey.state.snapshot.type.ElementsType;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Arrays: blocks of elements, each preceded by their number, up to an empty block. */
record AvroArray(ValueType element) implements ElementsType {
  @Override
  public String text() {
    return "List<" + element.text() + ">";
  }

  @Override
  public void skip(ByteReader in) {
    for (int rest; (rest = readCount(in)) > 0; ) {
      for (; rest > 0; rest--) {
        element.skip(in);
      }
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    out.beginArray();
    for (int rest; (rest = readCount(in)) > 0; ) {
      for (; rest > 0; rest--) {
        element.write(in, out);
      }
    }
    out.endArray();
  }

  /** Reads the number of elements of a block, which take at least one byte each. */
  static int readCount(ByteReader in) {
    int count = Varint.read(in);
    if (count < 0 || count > in.remaining()) {
      throw in.malformed("invalid count: " + count);
    }
    return count;
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    Collection<?> elements = Given.elements(value);
    writeCount(elements.size(), out);
    int index = 0;
    for (Object each : elements) {
      try {
        element.encode(each, out);
      } catch (UnfitValueException e) {
        throw e.within("[" + index + "]");
      }
      index++;
    }
    out.writeByte(0);
  }

  /** Writes the number of elements of the only block, which is none if there are none. */
  static void writeCount(int count, ByteWriter out) {
    if (count > 0) {
      out.writeVariable(count);
    }
  }
}
