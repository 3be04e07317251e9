// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sort;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Sorts an index over records by their keys. Each number of the index holds four bytes of the key,
 * how many of these the key has, and the offset of the record; numbers with the same four bytes are
 * sorted by the next four. So nearly all comparisons are between adjacent numbers.
 */
final class RadixSort {
  private static final int DIGIT = 4;
  private static final int COUNT_BITS = 3;
  private static final int OFFSET_BITS = 29;

  /** The greatest possible offset. */
  static final int MOST_BYTES = 1 << OFFSET_BITS;

  private static final int FEW = 16;

  private final byte[] bytes;
  private final long[] index;
  private final Deque<Range> ranges = new ArrayDeque<>();

  /** A range of records whose keys start with the same bytes. */
  private record Range(int from, int to, int same) {}

  private RadixSort(byte[] bytes, long[] index) {
    this.bytes = bytes;
    this.index = index;
  }

  /**
   * Sorts by the bytes of keys, and records with the same key by their offsets.
   *
   * @param index the offsets of records, in order
   */
  static void sort(byte[] bytes, long[] index, int count) {
    RadixSort sort = new RadixSort(bytes, index);
    sort.ranges.push(new Range(0, count, 0));
    while (!sort.ranges.isEmpty()) {
      sort.sort(sort.ranges.pop());
    }
  }

  static int offset(long entry) {
    return (int) entry & (MOST_BYTES - 1);
  }

  private void sort(Range range) {
    if (range.to - range.from <= FEW) {
      sortFew(range);
      return;
    }
    for (int i = range.from; i < range.to; i++) {
      index[i] = entry(offset(index[i]), range.same);
    }
    Arrays.sort(index, range.from, range.to);
    int start = range.from;
    for (int i = start + 1; i <= range.to; i++) {
      if (i == range.to || digit(index[i]) != digit(index[start])) {
        if (i - start > 1 && isFull(index[start])) {
          ranges.push(new Range(start, i, range.same + DIGIT));
        }
        start = i;
      }
    }
  }

  private long entry(int offset, int same) {
    int left = Math.min(DIGIT, keyLength(offset) - same);
    int from = offset + RecordBuffer.HEADER + same;
    int digit = 0;
    if (left == DIGIT) {
      digit = (int) RecordBuffer.INT.get(bytes, from);
    } else {
      for (int i = 0; i < left; i++) {
        digit |= (bytes[from + i] & 0xFF) << (Byte.SIZE * (DIGIT - 1 - i));
      }
    }
    long unsigned = digit ^ Integer.MIN_VALUE;
    return (unsigned << COUNT_BITS | left) << OFFSET_BITS | offset;
  }

  private static long digit(long entry) {
    return entry >> OFFSET_BITS;
  }

  /** Whether the key may have more than the four bytes. */
  private static boolean isFull(long entry) {
    return (digit(entry) & (1 << COUNT_BITS) - 1) == DIGIT;
  }

  private void sortFew(Range range) {
    for (int i = range.from + 1; i < range.to; i++) {
      long moved = index[i];
      int at = i;
      while (at > range.from && compare(index[at - 1], moved, range.same) > 0) {
        index[at] = index[at - 1];
        at--;
      }
      index[at] = moved;
    }
  }

  private int compare(long a, long b, int same) {
    int fromA = offset(a) + RecordBuffer.HEADER;
    int fromB = offset(b) + RecordBuffer.HEADER;
    return Arrays.compareUnsigned(
        bytes,
        fromA + same,
        fromA + keyLength(offset(a)),
        bytes,
        fromB + same,
        fromB + keyLength(offset(b)));
  }

  private int keyLength(int offset) {
    return (int) RecordBuffer.INT.get(bytes, offset);
  }
}
