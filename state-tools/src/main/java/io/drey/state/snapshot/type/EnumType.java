// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Enums: the index of a constant in the order of the serializer snapshot. */
public record EnumType(String className, List<String> constants) implements ValueType {
  @Override
  public String text() {
    return "enum " + ClassName.simple(className) + constants;
  }

  @Override
  public void skip(ByteReader in) {
    index(in);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    out.text(constants.get(index(in)));
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    int index = constants.indexOf(value instanceof CharSequence text ? text.toString() : "");
    if (index < 0) {
      throw new UnfitValueException("one of " + String.join(", ", constants), value);
    }
    out.writeInt(index);
  }

  private int index(ByteReader in) {
    int index = in.readInt();
    if (index < 0 || index >= constants.size()) {
      throw in.malformed("unknown constant of enum " + className + ": " + index);
    }
    return index;
  }

  @Override
  public int size() {
    return Integer.BYTES;
  }
}
