// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.runtime.JavaObjectType;

/** An object in Java serialization, preceded by its length. */
enum FramedObjectType implements ValueType {
  OBJECT;

  @Override
  public String text() {
    return JavaObjectType.JAVA_OBJECT.text();
  }

  @Override
  public void skip(ByteReader in) {
    in.skip(in.readCount());
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    long from = in.offset();
    JavaObjectType.JAVA_OBJECT.write(in.slice(in.readCount()), out);
    writeOriginal(in, from, out);
  }
}
