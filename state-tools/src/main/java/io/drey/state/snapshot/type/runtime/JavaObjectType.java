// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.runtime;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.JavaObject;
import io.drey.state.snapshot.type.ValueType;

/** Objects in Java serialization, shown by the names of their fields. No class is loaded. */
public enum JavaObjectType implements ValueType {
  JAVA_OBJECT;

  @Override
  public String text() {
    return "Java";
  }

  @Override
  public void skip(ByteReader in) {
    JavaObject.read(in);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    new JavaObjectJson(in, out).write(JavaObject.read(in));
  }
}
