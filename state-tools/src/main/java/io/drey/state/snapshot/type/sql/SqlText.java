// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.value.Given;
import org.jspecify.annotations.Nullable;

/**
 * Strings and bytes. Up to seven bytes are in the cell, whose last byte has its highest bit set.
 */
public enum SqlText implements SqlBlockType {
  STRING("String") {
    @Override
    public void writeBlock(SqlBlock block, ValueSink out) {
      out.text(new String(block.in().bytes(), block.from(), block.size(), UTF_8));
    }

    @Override
    public byte[] encodeBlock(@Nullable Object value) {
      return Given.text(value).getBytes(UTF_8);
    }
  },
  BYTES("Byte[]") {
    @Override
    public void writeBlock(SqlBlock block, ValueSink out) {
      out.base64(block.in().bytes(), block.from(), block.size());
    }

    @Override
    public byte[] encodeBlock(@Nullable Object value) {
      return Given.bytes(value);
    }
  };

  private static final int LONGEST_IN_CELL = 7;

  private final String text;

  SqlText(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public void writeCell(SqlBlock block, int cell, ValueSink out) {
    byte last = block.byteAt(cell + Long.BYTES - 1);
    if (last < 0) {
      writeBlock(block.part(cell, last & 0x7F), out);
    } else {
      SqlBlockType.super.writeCell(block, cell, out);
    }
  }

  @Override
  public void encodeCell(Object value, SqlBlockWriter block, int cell) {
    byte[] bytes = encodeBlock(value);
    if (bytes.length <= LONGEST_IN_CELL) {
      block.putBytes(cell, bytes);
      block.putByte(cell + LONGEST_IN_CELL, 0x80 | bytes.length);
    } else {
      block.putPart(cell, bytes);
    }
  }
}
