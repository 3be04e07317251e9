// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;

/**
 * Maps: a count, then for each entry the key, a null flag and the value. Shown as an object if keys
 * are scalar, else as an array of objects with {@code key} and {@code value}.
 */
public record MapType(ValueType key, ValueType value) implements ValueType {
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
  public void write(ByteReader in, JsonWriter json) {
    if (isName(key.bare())) {
      writeObject(in, json);
    } else {
      writeEntries(in, json);
    }
  }

  private void writeObject(ByteReader in, JsonWriter json) {
    json.beginObject();
    for (int rest = in.readCount(); rest > 0; rest--) {
      int start = json.size();
      key.write(in, json);
      json.nameOfValueAt(start);
      writeValue(in, json);
    }
    json.endObject();
  }

  private void writeEntries(ByteReader in, JsonWriter json) {
    json.beginSet();
    for (int rest = in.readCount(); rest > 0; rest--) {
      json.beginObject();
      json.name("key");
      key.write(in, json);
      json.name("value");
      writeValue(in, json);
      json.endObject();
    }
    json.endArray();
  }

  private void writeValue(ByteReader in, JsonWriter json) {
    if (in.readBoolean()) {
      json.nullValue();
    } else {
      value.write(in, json);
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
