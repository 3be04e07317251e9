// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;

/** A value of a state with TTL: the time of last access, then the value. */
public record TtlType(ValueType value) implements ValueType {
  @Override
  public String text() {
    return value.text();
  }

  @Override
  public void skip(ByteReader in) {
    in.skip(Long.BYTES);
    value.skip(in);
  }

  /** Writes only the value. */
  @Override
  public void write(ByteReader in, ValueSink out) {
    in.skip(Long.BYTES);
    value.write(in, out);
  }

  @Override
  public int size() {
    return value.size() == VARIABLE ? VARIABLE : Long.BYTES + value.size();
  }
}
