// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.JsonWriter;
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
  public void write(ByteReader in, JsonWriter json) {
    in.skip(Long.BYTES);
    value.write(in, json);
  }

  @Override
  public int size() {
    return value.size() == VARIABLE ? VARIABLE : Long.BYTES + value.size();
  }
}
