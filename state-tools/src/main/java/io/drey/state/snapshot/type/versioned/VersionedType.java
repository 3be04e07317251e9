// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;

/** A version, a length and that many bytes. */
record VersionedType(Candidates candidates) implements ValueType {
  static VersionedType of(VersionedFormat... formats) {
    return new VersionedType(Candidates.of(formats));
  }

  @Override
  public String text() {
    return "Byte[]";
  }

  @Override
  public void skip(ByteReader in) {
    in.readInt();
    in.skip(in.readCount());
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    long from = in.offset();
    int version = in.readInt();
    candidates.write(version, in.slice(in.readCount()), out);
    writeOriginal(in, from, out);
  }
}
