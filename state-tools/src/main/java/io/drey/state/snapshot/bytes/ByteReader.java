// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.bytes;

import io.drey.state.snapshot.SavepointException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads big-endian values from bytes in memory, or from a stream. Reading past the end, or an
 * invalid value, throws a {@link SavepointException} that names the file and the byte.
 */
public final class ByteReader extends ReadBuffer {
  /** The metadata version of bytes that are not part of a snapshot. */
  public static final int UNKNOWN_VERSION = 0;

  /** The newest metadata version that Flink 1 writes. */
  public static final int LAST_VERSION_OF_FLINK_1 = 4;

  private int metadataVersion = UNKNOWN_VERSION;

  private ByteReader(String file, @Nullable InputStream stream, byte[] bytes, long from, long end) {
    super(file, stream, bytes, from, end);
  }

  /** Reads all of the bytes. */
  public static ByteReader of(String file, byte[] bytes) {
    return new ByteReader(file, null, bytes, 0, bytes.length);
  }

  /** Reads a stream, positioned at byte {@code from} of the file, up to byte {@code end}. */
  public static ByteReader of(String file, InputStream stream, long from, long end) {
    return new ByteReader(file, stream, new byte[CHUNK], from, end);
  }

  /** Returns an empty reader to use with {@link #view} or {@link #wrap}. */
  public static ByteReader views() {
    return of("", new byte[0]);
  }

  /** Sets the version of the snapshot's metadata, which shows the Flink versions that wrote it. */
  public ByteReader ofMetadata(int version) {
    metadataVersion = version;
    return this;
  }

  public int metadataVersion() {
    return metadataVersion;
  }

  public byte readByte() {
    require(1);
    return bytes[position++];
  }

  public int readUnsignedByte() {
    return readByte() & 0xFF;
  }

  /** Reads a byte that must be 0 or 1. */
  public boolean readBoolean() {
    byte value = readByte();
    if ((value & ~1) != 0) {
      position--;
      throw malformed("invalid flag: " + value);
    }
    return value == 1;
  }

  public short readShort() {
    require(2);
    short value = (short) BigEndian.SHORT.get(bytes, position);
    position += 2;
    return value;
  }

  public int readUnsignedShort() {
    return readShort() & 0xFFFF;
  }

  public int readInt() {
    require(4);
    int value = (int) BigEndian.INT.get(bytes, position);
    position += 4;
    return value;
  }

  public long readLong() {
    require(8);
    long value = (long) BigEndian.LONG.get(bytes, position);
    position += 8;
    return value;
  }

  public float readFloat() {
    return Float.intBitsToFloat(readInt());
  }

  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  /** Reads a count of items that take at least one byte each. */
  public int readCount() {
    int count = readInt();
    if (count < 0 || count > remaining()) {
      position -= 4;
      throw malformed("invalid count: " + count);
    }
    return count;
  }

  /** The same with a sign that says something else. */
  public int readSignedCount() {
    int count = readInt();
    if (Math.abs((long) count) > remaining()) {
      position -= 4;
      throw malformed("invalid count: " + count);
    }
    return count;
  }

  /** Reads a length or an offset in a file. */
  public long readSize() {
    long size = readLong();
    if (size < 0) {
      position -= 8;
      throw malformed("invalid size: " + size);
    }
    return size;
  }

  /** Reads an int that must have the expected value. */
  public void expectInt(int expected, String what) {
    int actual = readInt();
    if (actual != expected) {
      position -= 4;
      throw malformed(what + " is " + actual + " instead of " + expected);
    }
  }

  /** Checks that a version that was read is the known one. */
  public void expectVersion(int actual, int known, String what) {
    if (actual != known) {
      throw malformed("the version of " + what + " is " + actual + " instead of " + known);
    }
  }

  /** Reads a string as written by {@link java.io.DataOutput#writeUTF}. */
  public String readUtf() {
    int length = readUnsignedShort();
    require(length);
    String text = ModifiedUtf8.decode(this, length);
    position += length;
    return text;
  }

  public byte[] readBytes(int count) {
    require(count);
    byte[] copy = new byte[count];
    System.arraycopy(bytes, position, copy, 0, count);
    position += count;
    return copy;
  }

  /** Returns an independent reader of the next bytes, and skips them. */
  public ByteReader slice(int count) {
    long from = offset();
    return new ByteReader(file(), null, readBytes(count), from, from + count)
        .ofMetadata(metadataVersion);
  }

  /** Returns the remaining bytes as a stream that advances this reader. */
  public InputStream asStream() {
    return new ReaderStream(this);
  }
}
