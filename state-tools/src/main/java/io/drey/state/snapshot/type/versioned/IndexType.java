// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.Given;
import org.jspecify.annotations.Nullable;

/** Numbers of partitions, subtasks and the like, which are never negative. */
enum IndexType implements ValueType {
  INDEX;

  @Override
  public String text() {
    return "Int";
  }

  @Override
  public void skip(ByteReader in) {
    read(in);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    out.number(read(in));
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    out.writeInt((int) Given.integer(value, 0, Integer.MAX_VALUE));
  }

  private static int read(ByteReader in) {
    int index = in.readInt();
    if (index < 0) {
      throw in.malformed("invalid number: " + index);
    }
    return index;
  }
}
