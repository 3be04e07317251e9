// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal.json;

/**
 * Integers of any length as decimal text: adding to one takes linear time, where a BigInteger's
 * conversion takes quadratic.
 */
public final class LongDecimal {
  /** This many digits always fit a long. */
  private static final int CHUNK = 18;

  private static final long CHUNK_END = 1_000_000_000_000_000_000L;

  private LongDecimal() {}

  /**
   * The sum, without needless zeros or a plus sign.
   *
   * @param integer digits after an optional sign
   */
  public static String add(String integer, int addend) {
    boolean negative = integer.charAt(0) == '-';
    String digits = significant(integer);
    if (digits.length() <= CHUNK) {
      long value = digits.isEmpty() ? 0 : Long.parseLong(digits);
      return Long.toString((negative ? -value : value) + addend);
    }
    // The addend is too small to change the sign.
    return (negative ? "-" : "") + addToLong(digits, negative ? -(long) addend : addend);
  }

  private static String significant(String integer) {
    int first = 0;
    while (first < integer.length() && integer.charAt(first) < '1') {
      first++;
    }
    return integer.substring(first);
  }

  private static String addToLong(String digits, long addend) {
    int split = digits.length() - CHUNK;
    long low = Long.parseLong(digits.substring(split)) + addend;
    char[] high = digits.substring(0, split).toCharArray();
    if (low < 0) {
      step(high, '0', '9', -1);
      low += CHUNK_END;
    } else if (low >= CHUNK_END) {
      step(high, '9', '0', 1);
      low -= CHUNK_END;
    }
    String carry = high[0] == '0' && digits.charAt(0) == '9' ? "1" : "";
    String sum = carry + new String(high) + Long.toString(CHUNK_END + low).substring(1);
    return significant(sum);
  }

  /** Adds or subtracts one, with carry. */
  private static void step(char[] digits, char last, char wrapped, int by) {
    for (int i = digits.length - 1; i >= 0; i--) {
      if (digits[i] != last) {
        digits[i] += (char) by;
        return;
      }
      digits[i] = wrapped;
    }
  }
}
