// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import org.jspecify.annotations.Nullable;

/** Values that may be absent: a flag that is set if there is one, then the value. */
public record OptionalType(ValueType value) implements ValueType {
  @Override
  public String text() {
    return value.text();
  }

  @Override
  public void skip(ByteReader in) {
    if (in.readBoolean()) {
      value.skip(in);
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    if (in.readBoolean()) {
      value.write(in, out);
    } else {
      out.nullValue();
    }
  }

  @Override
  public void encode(@Nullable Object given, ByteWriter out) {
    out.writeBoolean(given != null);
    if (given != null) {
      value.encode(given, out);
    }
  }
}
