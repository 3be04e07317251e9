// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.ElementsType;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Lists: a count, a bit mask of the null elements, highest bit first, and the other elements. */
record MaskedListType(ValueType element) implements ElementsType {
  @Override
  public String text() {
    return "List<" + element.text() + ">";
  }

  @Override
  public void skip(ByteReader in) {
    int count = in.readInt();
    byte[] mask = readMask(count, in);
    for (int i = 0; i < count; i++) {
      if (!isNull(mask, i)) {
        element.skip(in);
      }
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    int count = in.readInt();
    byte[] mask = readMask(count, in);
    out.beginArray();
    for (int i = 0; i < count; i++) {
      if (isNull(mask, i)) {
        out.nullValue();
      } else {
        element.write(in, out);
      }
    }
    out.endArray();
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    Collection<?> elements = Given.elements(value);
    byte[] mask = new byte[(elements.size() + Byte.SIZE - 1) / Byte.SIZE];
    int index = 0;
    for (Object each : elements) {
      mask[index / Byte.SIZE] |= (byte) (each == null ? 0x80 >> index % Byte.SIZE : 0);
      index++;
    }
    out.writeInt(index);
    out.writeBytes(mask);
    encodeAll(elements, out);
  }

  private void encodeAll(Collection<?> elements, ByteWriter out) {
    int index = 0;
    for (Object each : elements) {
      try {
        if (each != null) {
          element.encode(each, out);
        }
      } catch (UnfitValueException e) {
        throw e.within("[" + index + "]");
      }
      index++;
    }
  }

  private static byte[] readMask(int count, ByteReader in) {
    long bytes = ((long) count + Byte.SIZE - 1) / Byte.SIZE;
    if (count < 0 || bytes > in.remaining()) {
      throw in.malformed("invalid count: " + count);
    }
    return in.readBytes((int) bytes);
  }

  private static boolean isNull(byte[] mask, int index) {
    return (mask[index / Byte.SIZE] & (0x80 >> (index % Byte.SIZE))) != 0;
  }
}
