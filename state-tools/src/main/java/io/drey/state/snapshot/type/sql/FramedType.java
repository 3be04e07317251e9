// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.ValueType;
import org.jspecify.annotations.Nullable;

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
  public void encode(@Nullable Object given, ByteWriter out) {
    ByteWriter framed = new ByteWriter();
    value.encode(given, framed);
    out.writeInt(framed.size());
    out.writeBytes(framed.buffer(), 0, framed.size());
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
