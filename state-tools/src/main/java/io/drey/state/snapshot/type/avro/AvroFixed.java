// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.avro;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;

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
}
