// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import org.jspecify.annotations.Nullable;

/** Offsets in a partition; those that are not known yet are named, and the least is none. */
enum OffsetType implements ValueType {
  OFFSET;

  private static final long LATEST = -1;
  private static final long EARLIEST = -2;
  private static final long COMMITTED = -3;
  private static final long NONE = Long.MIN_VALUE;

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

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    out.writeLong(
        value instanceof CharSequence word
            ? placeOf(word.toString())
            : value == null ? NONE : Given.integer(value, 0, Long.MAX_VALUE));
  }

  private static long placeOf(String word) {
    return switch (word) {
      case "latest" -> LATEST;
      case "earliest" -> EARLIEST;
      case "committed" -> COMMITTED;
      default -> throw new UnfitValueException("an offset, or earliest, latest or committed", word);
    };
  }

  private static long read(ByteReader in) {
    long offset = in.readLong();
    if (offset < COMMITTED && offset != NONE) {
      throw in.malformed("invalid offset: " + offset);
    }
    return offset;
  }
}
