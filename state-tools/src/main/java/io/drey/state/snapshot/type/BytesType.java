// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.Given;
import org.jspecify.annotations.Nullable;

/** Byte arrays, shown as base64. */
public enum BytesType implements ValueType {
  BYTES;

  @Override
  public String text() {
    return "Byte[]";
  }

  @Override
  public void skip(ByteReader in) {
    in.skip(in.readCount());
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    byte[] bytes = Given.bytes(value);
    out.writeInt(bytes.length);
    out.writeBytes(bytes);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    int length = in.readCount();
    in.require(length);
    out.base64(in.bytes(), in.position(), length);
    in.skip(length);
  }
}
