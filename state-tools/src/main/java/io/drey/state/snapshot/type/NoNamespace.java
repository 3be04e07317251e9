// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;

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
  public int size() {
    return 1;
  }

  @Override
  public boolean isNothing() {
    return true;
  }
}
