// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Examines eight bytes of a string at a time (SIMD within a register, as in Mycroft's null-byte
 * test).
 */
public final class Swar {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Swar() {}

  /** Skips plain characters: ASCII except quotes, backslashes and control characters. */
  public static int skipPlain(byte[] bytes, int from, int end) {
    int i = from;
    while (i + Long.BYTES <= end) {
      long word = (long) LONGS.get(bytes, i);
      long special = (quotesAndBackslashes(word) | (word - ONES * ' ') | word) & HIGH_BITS;
      if (special != 0) {
        return i + firstHit(special);
      }
      i += Long.BYTES;
    }
    while (i < end && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    return i;
  }

  /** The closing quote of a string, known to be valid, whose content begins at {@code from}. */
  public static int closingQuote(byte[] json, int from) {
    int i = from;
    while (true) {
      if (i + Long.BYTES <= json.length) {
        long hits = quotesAndBackslashes((long) LONGS.get(json, i)) & HIGH_BITS;
        if (hits == 0) {
          i += Long.BYTES;
          continue;
        }
        i += firstHit(hits);
      }
      if (json[i] == '"') {
        return i;
      }
      i += json[i] == '\\' ? 2 : 1;
    }
  }

  private static long quotesAndBackslashes(long word) {
    return zeroes(word ^ (ONES * '"')) | zeroes(word ^ (ONES * '\\'));
  }

  private static long zeroes(long word) {
    return (word - ONES) & ~word;
  }

  /** Borrows affect only bytes above the lowest hit, and the lowest hit is the one used. */
  private static int firstHit(long highBits) {
    return Long.numberOfTrailingZeros(highBits) >>> 3;
  }
}
