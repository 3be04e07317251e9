// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;

/** Offsets in a partition; those that are not known yet are named, and the least is none. */
enum OffsetType implements ValueType {
  OFFSET;

  private static final long LATEST = -1;
  private static final long EARLIEST = -2;
  private static final long COMMITTED = -3;

  @Override
  public String text() {
    return "Long";
  }

  @Override
  public void skip(ByteReader in) {
    read(in);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    long offset = read(in);
    if (offset >= 0) {
      out.number(offset);
    } else if (offset == LATEST) {
      out.text("latest");
    } else if (offset == EARLIEST) {
      out.text("earliest");
    } else if (offset == COMMITTED) {
      out.text("committed");
    } else {
      out.nullValue();
    }
  }

  private static long read(ByteReader in) {
    long offset = in.readLong();
    if (offset < COMMITTED && offset != Long.MIN_VALUE) {
      throw in.malformed("invalid offset: " + offset);
    }
    return offset;
  }
}
