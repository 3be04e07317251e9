// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.MapForm;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;

/**
 * Maps: a count, then for each entry the key, a null flag and the value. Shown as an object if keys
 * are scalar, else as an array of objects with {@code key} and {@code value}.
 */
public record MapType(ValueType key, ValueType value) implements EntriesType {
  @Override
  public String text() {
    return "Map<" + key.text() + ", " + value.text() + ">";
  }

  @Override
  public void skip(ByteReader in) {
    for (int rest = in.readCount(); rest > 0; rest--) {
      key.skip(in);
      if (!in.readBoolean()) {
        value.skip(in);
      }
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    MapForm form =
        isName(LogicalType.isJson(key) ? key : key.bare()) ? MapForm.OBJECT : MapForm.ENTRIES;
    out.beginMap(form);
    for (int rest = in.readCount(); rest > 0; rest--) {
      out.beginKey(form);
      key.write(in, out);
      out.endKey(form);
      writeValue(in, out);
      out.endEntry(form);
    }
    out.endMap(form);
  }

  private void writeValue(ByteReader in, ValueSink out) {
    if (in.readBoolean()) {
      out.nullValue();
    } else {
      value.write(in, out);
    }
  }

  /** Whether keys of a type can be member names. */
  public static boolean isName(ValueType type) {
    return (type instanceof Scalar && !type.equals(Scalar.TIME_WINDOW))
        || type instanceof StringType
        || type instanceof EnumType
        || type instanceof BigNumber;
  }
}
