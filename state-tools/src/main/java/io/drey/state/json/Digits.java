// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

/** Writes integers as digits. */
final class Digits {
  private Digits() {}

  /** Writes a number of at most 20 bytes at an index and returns the index after it. */
  static int write(long value, byte[] target, int at) {
    long rest = value;
    int from = at;
    if (value < 0) {
      target[from++] = '-';
    } else {
      rest = -value;
    }
    int end = from + count(rest);
    // negative, since Long.MIN_VALUE has no positive counterpart
    for (int i = end - 1; i >= from; i--) {
      long tenth = rest / 10;
      target[i] = (byte) ('0' + (tenth * 10 - rest));
      rest = tenth;
    }
    return end;
  }

  private static int count(long negative) {
    int count = 1;
    for (long bound = -10; negative <= bound; bound *= 10) {
      count++;
      if (count == 19) {
        break;
      }
    }
    return count;
  }

  /** Writes a number with leading zeros. */
  static void pad(int value, int width, byte[] target, int at) {
    int rest = value;
    for (int i = at + width - 1; i >= at; i--) {
      target[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
