// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ElementsType;
import io.drey.state.snapshot.type.ValueType;

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
