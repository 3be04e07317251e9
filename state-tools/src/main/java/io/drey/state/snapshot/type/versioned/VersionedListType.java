// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;

/** A version, a count, and for each element its length and that many bytes. */
record VersionedListType(Candidates candidates) implements ValueType {
  static VersionedListType of(VersionedFormat... formats) {
    return new VersionedListType(Candidates.of(formats));
  }

  @Override
  public String text() {
    return "List<Byte[]>";
  }

  @Override
  public void skip(ByteReader in) {
    in.readInt();
    for (int rest = in.readCount(); rest > 0; rest--) {
      in.skip(in.readCount());
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    long from = in.offset();
    int version = in.readInt();
    out.beginArray();
    for (int rest = in.readCount(); rest > 0; rest--) {
      candidates.write(version, in.slice(in.readCount()), out);
    }
    out.endArray();
    writeOriginal(in, from, out);
  }
}
