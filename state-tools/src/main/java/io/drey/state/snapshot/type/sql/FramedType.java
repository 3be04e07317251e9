// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;

/** A value that is preceded by its length. */
record FramedType(ValueType value) implements ValueType {
  @Override
  public String text() {
    return value.text();
  }

  @Override
  public void skip(ByteReader in) {
    in.skip(in.readCount());
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    int length = in.readCount();
    in.require(length);
    ByteReader framed = ByteReader.views();
    framed.view(in, in.position(), in.position() + length);
    value.write(framed, out);
    in.skip(length);
  }

  @Override
  public ValueType raw() {
    return value;
  }

  @Override
  public ValueType bare() {
    return value.bare();
  }
}
