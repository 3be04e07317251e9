// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes a row or an array of Flink SQL, in little-endian order: null flags and cells, and behind
 * them the parts that do not fit into their cells, each padded to a multiple of eight bytes.
 */
final class SqlBlockWriter {
  private static final VarHandle SHORT = handle(short[].class);
  private static final VarHandle INT = handle(int[].class);
  private static final VarHandle LONG = handle(long[].class);

  /** Where the null flags begin, in bits. */
  private final int flags;

  private final int cells;
  private final int cellBytes;
  private byte[] buffer;
  private int size;

  private SqlBlockWriter(int flags, int cells, int cellBytes, int count) {
    this.flags = flags;
    this.cells = cells;
    this.cellBytes = cellBytes;
    this.size = rounded(Math.addExact(cells, Math.multiplyExact(cellBytes, count)));
    this.buffer = new byte[size];
  }

  private static VarHandle handle(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /** Begins a row of so many fields; its kind is the first byte. */
  static SqlBlockWriter row(int fields) {
    int flagBytes = (fields + Byte.SIZE + Long.SIZE - 1) / Long.SIZE * Long.BYTES;
    return new SqlBlockWriter(Byte.SIZE, flagBytes, Long.BYTES, fields);
  }

  /** Begins an array of so many elements. */
  static SqlBlockWriter array(int count, int cellBytes) {
    int words = (count + Integer.SIZE - 1) / Integer.SIZE;
    SqlBlockWriter block =
        new SqlBlockWriter(Integer.SIZE, (1 + words) * Integer.BYTES, cellBytes, count);
    block.putInt(0, count);
    return block;
  }

  private static int rounded(int bytes) {
    return Math.addExact(bytes, Long.BYTES - 1) & -Long.BYTES;
  }

  /** Encodes the value of a field or an element. */
  void encode(int index, @Nullable Object value, SqlType type) {
    if (value == null) {
      int bit = flags + index;
      buffer[bit / Byte.SIZE] |= (byte) (1 << bit % Byte.SIZE);
    } else {
      type.encodeCell(value, this, cells + index * cellBytes);
    }
  }

  void putByte(int at, int value) {
    buffer[at] = (byte) value;
  }

  void putShort(int at, int value) {
    SHORT.set(buffer, at, (short) value);
  }

  void putInt(int at, int value) {
    INT.set(buffer, at, value);
  }

  void putLong(int at, long value) {
    LONG.set(buffer, at, value);
  }

  void putBytes(int at, byte[] bytes) {
    System.arraycopy(bytes, 0, buffer, at, bytes.length);
  }

  /** Writes bytes behind the cells, and into the cell where they are. */
  void putPart(int cell, byte[] bytes) {
    putPart(cell, bytes, bytes.length);
  }

  /**
   * The same with more room behind the bytes.
   *
   * @param room the number of bytes that they take together
   */
  void putPart(int cell, byte[] bytes, int room) {
    int at = claim(room);
    putBytes(at, bytes);
    putPlace(cell, at, bytes.length);
  }

  /** Writes a number behind the cells, and into the cell where it is and another number. */
  void putLongBehind(int cell, long value, int other) {
    int at = claim(Long.BYTES);
    putLong(at, value);
    putPlace(cell, at, other);
  }

  private void putPlace(int cell, int at, int lower) {
    putLong(cell, (long) at << Integer.SIZE | lower);
  }

  private int claim(int bytes) {
    int at = size;
    size = Math.addExact(at, rounded(bytes));
    if (size > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(size, (int) Math.min(2L * at, 1 << 30)));
    }
    return at;
  }

  /** Returns all that was written. */
  byte[] bytes() {
    return size == buffer.length ? buffer : Arrays.copyOf(buffer, size);
  }

  /** Returns the number of these bytes, these bytes, and those of another block: a map. */
  byte[] bytesBefore(SqlBlockWriter values) {
    byte[] all = new byte[Math.addExact(Integer.BYTES + size, values.size)];
    INT.set(all, 0, size);
    System.arraycopy(buffer, 0, all, Integer.BYTES, size);
    System.arraycopy(values.buffer, 0, all, Integer.BYTES + size, values.size);
    return all;
  }
}
