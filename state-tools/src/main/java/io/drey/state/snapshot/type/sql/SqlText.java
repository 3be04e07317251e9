// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.state.json.ValueSink;

/**
 * Strings and bytes. Up to seven bytes are in the cell, whose last byte has its highest bit set.
 */
public enum SqlText implements SqlBlockType {
  STRING("String") {
    @Override
    public void writeBlock(SqlBlock block, ValueSink out) {
      out.text(new String(block.in().bytes(), block.from(), block.size(), UTF_8));
    }
  },
  BYTES("Byte[]") {
    @Override
    public void writeBlock(SqlBlock block, ValueSink out) {
      out.base64(block.in().bytes(), block.from(), block.size());
    }
  };

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
}
