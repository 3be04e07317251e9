// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;

/** A string in a format of its own: its version, the length of all, its length, its bytes. */
enum BucketIdType implements ValueType {
  BUCKET_ID;

  @Override
  public String text() {
    return "String";
  }

  @Override
  public void skip(ByteReader in) {
    in.readInt();
    in.skip(in.readCount());
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    long from = in.offset();
    in.readInt();
    ByteReader text = in.slice(in.readCount());
    out.text(LittleEndian.readText(text, LittleEndian.readCount(text)));
    writeOriginal(in, from, out);
  }
}
