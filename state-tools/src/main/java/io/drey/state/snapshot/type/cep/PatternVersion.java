// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.cep;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;

/** Dewey numbers, such as {@code 1.0.2}, which tell the ways apart in which a pattern may match. */
enum PatternVersion implements ValueType {
  VERSION;

  @Override
  public String text() {
    return "DeweyNumber";
  }

  @Override
  public void skip(ByteReader in) {
    in.skip((long) in.readCount() * Integer.BYTES);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    StringBuilder number = new StringBuilder();
    for (int rest = in.readCount(); rest > 0; rest--) {
      number.append(in.readInt()).append(rest > 1 ? "." : "");
    }
    out.text(number.toString());
  }
}
