// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import org.jspecify.annotations.Nullable;

/**
 * Nullable values: a flag, then the value, or padding that makes null as large as a value.
 *
 * @param padding the bytes that follow the flag of a null
 */
public record NullableType(ValueType value, int padding) implements ValueType {
  @Override
  public String text() {
    return value.text();
  }

  @Override
  public void skip(ByteReader in) {
    if (!passesNull(in)) {
      value.skip(in);
    }
  }

  /** Skips the flag, and the padding of a null; returns whether the value is null. */
  public boolean passesNull(ByteReader in) {
    boolean isNull = in.readBoolean();
    if (isNull) {
      in.skip(padding);
    }
    return isNull;
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    if (passesNull(in)) {
      out.nullValue();
    } else {
      value.write(in, out);
    }
  }

  @Override
  public void encode(@Nullable Object given, ByteWriter out) {
    out.writeBoolean(given == null);
    if (given == null) {
      out.writeBytes(new byte[padding]);
    } else {
      value.encode(given, out);
    }
  }

  @Override
  public int size() {
    return padding > 0 ? 1 + padding : VARIABLE;
  }

  @Override
  public ValueType bare() {
    return value.bare();
  }
}
