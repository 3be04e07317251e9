// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.Given;
import org.jspecify.annotations.Nullable;

/** Whether a reader has been assigned a partition: 0 if so, else 1. */
enum AssignmentType implements ValueType {
  ASSIGNMENT;

  @Override
  public String text() {
    return "Boolean";
  }

  @Override
  public void skip(ByteReader in) {
    read(in);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    out.bool(read(in));
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    out.writeInt(Given.bool(value) ? 0 : 1);
  }

  private static boolean read(ByteReader in) {
    int status = in.readInt();
    if ((status & ~1) != 0) {
      throw in.malformed("invalid status of an assignment: " + status);
    }
    return status == 0;
  }
}
