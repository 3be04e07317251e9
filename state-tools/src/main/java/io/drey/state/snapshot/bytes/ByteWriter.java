// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.bytes;

import java.util.Arrays;

/** Writes big-endian bytes into a buffer that grows: the mirror of {@link ByteReader}. */
public final class ByteWriter {
  private byte[] buffer = new byte[256];
  private int size;

  /** Makes room for so many bytes and returns where they begin; the buffer may be another then. */
  private int claim(int bytes) {
    int from = size;
    size = Math.addExact(from, bytes);
    if (size > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(size, (int) Math.min(2L * from, 1 << 30)));
    }
    return from;
  }

  /** Writes the lowest eight bits. */
  public void writeByte(int value) {
    int at = claim(1);
    buffer[at] = (byte) value;
  }

  public void writeBoolean(boolean value) {
    writeByte(value ? 1 : 0);
  }

  /** Writes the lowest 16 bits. */
  public void writeShort(int value) {
    int at = claim(Short.BYTES);
    BigEndian.SHORT.set(buffer, at, (short) value);
  }

  public void writeInt(int value) {
    int at = claim(Integer.BYTES);
    BigEndian.INT.set(buffer, at, value);
  }

  public void writeLong(long value) {
    int at = claim(Long.BYTES);
    BigEndian.LONG.set(buffer, at, value);
  }

  public void writeFloat(float value) {
    writeInt(Float.floatToIntBits(value));
  }

  public void writeDouble(double value) {
    writeLong(Double.doubleToLongBits(value));
  }

  /** Writes what remains in a reader of bytes in memory, and leaves the reader where it is. */
  public void writeBytes(ByteReader rest) {
    writeBytes(rest.bytes(), rest.position(), (int) rest.remaining());
  }

  public void writeBytes(byte[] bytes) {
    writeBytes(bytes, 0, bytes.length);
  }

  public void writeBytes(byte[] bytes, int from, int length) {
    int at = claim(length);
    System.arraycopy(bytes, from, buffer, at, length);
  }

  /**
   * Writes a string as {@link java.io.DataOutput#writeUTF} does.
   *
   * @throws IllegalArgumentException if it takes more than 65,535 bytes
   */
  public void writeUtf(String text) {
    int length = ModifiedUtf8.length(text);
    if (length > 0xFFFF) {
      throw new IllegalArgumentException(
          "Invalid text: must take at most 65535 bytes but takes " + length);
    }
    writeShort(length);
    int at = claim(length);
    ModifiedUtf8.encode(text, buffer, at);
  }

  /** Writes a number that is not negative with seven bits per byte, lowest first. */
  public void writeVariable(long value) {
    long rest = value;
    for (; rest >= 0x80; rest >>>= 7) {
      writeByte((int) rest | 0x80);
    }
    writeByte((int) rest);
  }

  /** Writes each character as {@link #writeVariable(long)} does. */
  public void writeVariable(String text) {
    int at = claim(Math.multiplyExact(3, text.length()));
    for (int i = 0; i < text.length(); i++) {
      int rest = text.charAt(i);
      for (; rest >= 0x80; rest >>>= 7) {
        buffer[at++] = (byte) (rest | 0x80);
      }
      buffer[at++] = (byte) rest;
    }
    size = at;
  }

  public int size() {
    return size;
  }

  /** The buffer, whose first {@link #size} bytes were written; valid until the next write. */
  public byte[] buffer() {
    return buffer;
  }

  /** Returns a copy of all that was written. */
  public byte[] bytes() {
    return Arrays.copyOf(buffer, size);
  }

  /** Discards all but the first bytes. */
  public void truncate(int newSize) {
    size = newSize;
  }

  /** Discards all that was written. */
  public void clear() {
    size = 0;
  }
}
