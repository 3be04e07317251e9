// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.scala;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ClassName;
import io.drey.state.snapshot.type.ValueType;
import java.util.Map;

/**
 * Scala's enumerations.
 *
 * @param names by the number that is written
 */
record EnumerationType(String className, Map<Integer, String> names) implements ValueType {
  @Override
  public String text() {
    String name =
        className.endsWith("$") ? className.substring(0, className.length() - 1) : className;
    return "enum " + ClassName.simple(name) + names.values();
  }

  @Override
  public void skip(ByteReader in) {
    name(in);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    out.text(name(in));
  }

  private String name(ByteReader in) {
    int number = in.readInt();
    String name = names.get(number);
    if (name == null) {
      throw in.malformed("unknown value of enumeration " + className + ": " + number);
    }
    return name;
  }

  @Override
  public int size() {
    return Integer.BYTES;
  }
}
