// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import org.jspecify.annotations.Nullable;

/** Values of variable length, which precedes them; cells have their offset in the row instead. */
public interface SqlBlockType extends SqlType {
  /** Writes the value of a block. */
  void writeBlock(SqlBlock block, ValueSink out);

  @Override
  default void skip(ByteReader in) {
    in.skip(in.readCount());
  }

  @Override
  default void write(ByteReader in, ValueSink out) {
    writeBlock(SqlBlock.next(in, in.readCount()), out);
  }

  @Override
  default void writeCell(SqlBlock block, int cell, ValueSink out) {
    long place = block.longAt(cell);
    writeBlock(block.part((int) (place >> Integer.SIZE), (int) place), out);
  }

  /** Returns the bytes of a value: the mirror of {@link #writeBlock}. */
  byte[] encodeBlock(@Nullable Object value);

  @Override
  default void encode(@Nullable Object value, ByteWriter out) {
    byte[] block = encodeBlock(value);
    out.writeInt(block.length);
    out.writeBytes(block);
  }

  @Override
  default void encodeCell(Object value, SqlBlockWriter block, int cell) {
    block.putPart(cell, encodeBlock(value));
  }
}
