// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.avro;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import org.jspecify.annotations.Nullable;

/** A fixed number of bytes, shown as base64. */
record AvroFixed(int size) implements ValueType {
  @Override
  public String text() {
    return "Byte[" + size + "]";
  }

  @Override
  public void skip(ByteReader in) {
    in.skip(size);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    in.require(size);
    out.base64(in.bytes(), in.position(), size);
    in.skip(size);
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    byte[] bytes = Given.bytes(value);
    if (bytes.length != size) {
      throw new UnfitValueException(size + " bytes in base64", value);
    }
    out.writeBytes(bytes);
  }
}
