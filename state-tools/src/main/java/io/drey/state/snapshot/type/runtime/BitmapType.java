// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.runtime;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import org.apache.flink.types.bitmap.Bitmap;

/** Bitmaps, shown as the numbers that they contain, which are unsigned. */
public enum BitmapType implements ValueType {
  BITMAP;

  /** A few bytes can stand for all numbers. */
  private static final long MOST_NUMBERS = 1 << 22;

  @Override
  public String text() {
    return "Bitmap";
  }

  @Override
  public void skip(ByteReader in) {
    in.skip(in.readCount());
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    long from = in.offset();
    write(in, in.readBytes(in.readCount()), out);
    writeOriginal(in, from, out);
  }

  /**
   * Writes a bitmap.
   *
   * @param in where it was read, for error messages
   */
  public static void write(ByteReader in, byte[] bytes, ValueSink out) {
    Bitmap bitmap = bitmap(in, bytes);
    if (bitmap.getLongCardinality() > MOST_NUMBERS) {
      throw UndecodableException.ofClass("a bitmap of " + bitmap.getLongCardinality());
    }
    out.beginArray();
    for (int number : bitmap.toArray()) {
      out.number(Integer.toUnsignedLong(number));
    }
    out.endArray();
  }

  private static Bitmap bitmap(ByteReader in, byte[] bytes) {
    try {
      return Bitmap.fromBytes(bytes);
    } catch (RuntimeException e) {
      throw in.malformed("invalid bitmap");
    }
  }
}
