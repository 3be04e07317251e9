// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.Original;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.runtime.BitmapType;
import io.drey.state.snapshot.type.runtime.VariantType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Variants and bitmaps, whose layout in cells is not that outside of rows. */
enum SqlVariant implements SqlBlockType {
  /** In a cell, the length of its dictionary of names comes first, then that, then the value. */
  VARIANT("Variant") {
    @Override
    public void writeBlock(SqlBlock block, ValueSink out) {
      int names = Integer.reverseBytes(block.intAt(0));
      int valueAt = Integer.BYTES + names;
      byte[] value = bytes(block.part(valueAt, block.size() - valueAt));
      VariantType.write(block.in(), value, bytes(block.part(Integer.BYTES, names)), out);
      out.original(this, block.in().bytes(), block.from(), block.size());
    }

    @Override
    public void skip(ByteReader in) {
      VariantType.VARIANT.skip(in);
    }

    @Override
    public void write(ByteReader in, ValueSink out) {
      VariantType.VARIANT.write(in, out);
    }

    @Override
    public void encode(@Nullable Object value, ByteWriter out) {
      VariantType.VARIANT.encode(value, out);
    }
  },
  BITMAP("Bitmap") {
    @Override
    public void writeBlock(SqlBlock block, ValueSink out) {
      BitmapType.write(block.in(), bytes(block), out);
      out.original(this, block.in().bytes(), block.from(), block.size());
    }
  };

  private final String text;

  SqlVariant(String text) {
    this.text = text;
  }

  private static byte[] bytes(SqlBlock block) {
    return Arrays.copyOfRange(block.in().bytes(), block.from(), block.from() + block.size());
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public byte[] encodeBlock(@Nullable Object value) {
    if (!(value instanceof Original original) || original.type() != this) {
      throw UndecodableException.ofClass(text());
    }
    return original.bytes();
  }
}
