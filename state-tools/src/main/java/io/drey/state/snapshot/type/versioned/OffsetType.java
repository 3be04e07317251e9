// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.JsonWriter;
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
  public void write(ByteReader in, JsonWriter json) {
    long offset = read(in);
    if (offset >= 0) {
      json.number(offset);
    } else if (offset == LATEST) {
      json.quoted("latest");
    } else if (offset == EARLIEST) {
      json.quoted("earliest");
    } else if (offset == COMMITTED) {
      json.quoted("committed");
    } else {
      json.nullValue();
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
