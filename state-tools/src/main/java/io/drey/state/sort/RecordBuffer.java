// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sort;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Records in memory: their bytes one after the other, and an index that is sorted. */
final class RecordBuffer {
  /** The lengths of key and value, which precede them. */
  static final int HEADER = 2 * Integer.BYTES;

  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private static final int FIRST_BYTES = 1 << 16;

  private final int budget;
  private byte[] bytes = new byte[0];
  private long[] index = new long[0];
  private int size;
  private int count;

  /**
   * @param budget how many bytes it may take, unless a single record takes more than that
   */
  RecordBuffer(int budget) {
    this.budget = budget;
  }

  /** How many bytes a record takes here. */
  static long sizeOf(int keyLength, int valueLength) {
    return (long) HEADER + keyLength + valueLength + Long.BYTES;
  }

  boolean hasRoomFor(long recordSize) {
    return count == 0 || size + (long) count * Long.BYTES + recordSize <= budget;
  }

  /** How many bytes all records take in a file. */
  int size() {
    return size;
  }

  void add(byte[] key, int keyLength, byte[] value, int valueLength) {
    int needed = Math.addExact(HEADER + keyLength, valueLength);
    if (needed > bytes.length - size) {
      int wanted = Math.max(FIRST_BYTES, (int) Math.min(budget, 2L * bytes.length));
      bytes = Arrays.copyOf(bytes, Math.max(wanted, Math.addExact(size, needed)));
    }
    if (count == index.length) {
      index = Arrays.copyOf(index, Math.max(1 << 10, count + (count >> 1)));
    }
    index[count++] = size;
    INT.set(bytes, size, keyLength);
    INT.set(bytes, size + Integer.BYTES, valueLength);
    System.arraycopy(key, 0, bytes, size + HEADER, keyLength);
    System.arraycopy(value, 0, bytes, size + HEADER + keyLength, valueLength);
    size += needed;
  }

  /** Returns the records in order; the buffer must not be freed while they are read. */
  Records sorted() {
    RadixSort.sort(bytes, index, count);
    return new InOrder(bytes, index, count);
  }

  void clear() {
    size = 0;
    count = 0;
  }

  /** Releases the memory, after the last record. */
  void free() {
    clear();
    bytes = new byte[0];
    index = new long[0];
  }

  private static final class InOrder implements Records {
    private final byte[] bytes;
    private final long[] index;
    private final int count;
    private int next;
    private int at;

    InOrder(byte[] bytes, long[] index, int count) {
      this.bytes = bytes;
      this.index = index;
      this.count = count;
    }

    @Override
    public boolean next() {
      if (next == count) {
        return false;
      }
      at = RadixSort.offset(index[next++]);
      return true;
    }

    @Override
    public byte[] bytes() {
      return bytes;
    }

    @Override
    public int keyFrom() {
      return at + HEADER;
    }

    @Override
    public int keyTo() {
      return at + HEADER + (int) INT.get(bytes, at);
    }

    @Override
    public int valueFrom() {
      return keyTo();
    }

    @Override
    public int valueTo() {
      return keyTo() + (int) INT.get(bytes, at + Integer.BYTES);
    }
  }
}
