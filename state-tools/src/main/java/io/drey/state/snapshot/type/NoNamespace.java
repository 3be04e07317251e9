// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.UnfitValueException;
import org.jspecify.annotations.Nullable;

/** The namespace of states without namespaces: a byte. */
public enum NoNamespace implements ValueType {
  VOID;

  @Override
  public String text() {
    return "Void";
  }

  @Override
  public void skip(ByteReader in) {
    byte nothing = in.readByte();
    if (nothing != 0) {
      throw in.malformed("invalid byte of the void namespace: " + nothing);
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    skip(in);
    out.nullValue();
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    if (value != null) {
      throw new UnfitValueException("null", value);
    }
    out.writeByte(0);
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public boolean isNothing() {
    return true;
  }
}
