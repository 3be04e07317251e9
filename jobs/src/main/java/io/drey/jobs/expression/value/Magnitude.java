// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

import java.math.BigInteger;

/**
 * A decimal number for comparison only, exact for any length and exponent, in linear time: {@code
 * sign × 0.digits × 10^exponent}, digits neither beginning nor ending with a zero.
 */
record Magnitude(int sign, String digits, BigInteger exponent) implements Comparable<Magnitude> {
  /** Longer exponents are all treated as equal: two such numbers do not occur in practice. */
  private static final int LONGEST_EXPONENT = 10_000;

  private static final Magnitude ZERO = new Magnitude(0, "", BigInteger.ZERO);

  /** Reads a number as JSON or {@link java.math.BigDecimal#toString} write it. */
  static Magnitude of(String text) {
    int exponentAt = Math.max(text.indexOf('e'), text.indexOf('E'));
    int mantissaEnd = exponentAt < 0 ? text.length() : exponentAt;
    int start = text.charAt(0) == '-' ? 1 : 0;
    int point = text.indexOf('.');
    int integers = (point < 0 ? mantissaEnd : point) - start;
    String digits =
        point < 0
            ? text.substring(start, mantissaEnd)
            : text.substring(start, point) + text.substring(point + 1, mantissaEnd);
    int first = 0;
    while (first < digits.length() && digits.charAt(first) == '0') {
      first++;
    }
    if (first == digits.length()) {
      return ZERO;
    }
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    BigInteger exponent = exponentAt < 0 ? BigInteger.ZERO : exponent(text, exponentAt + 1);
    return new Magnitude(
        start == 1 ? -1 : 1,
        digits.substring(first, end),
        exponent.add(BigInteger.valueOf((long) integers - first)));
  }

  private static BigInteger exponent(String text, int from) {
    boolean negative = text.charAt(from) == '-';
    int at = text.charAt(from) == '+' || negative ? from + 1 : from;
    while (at < text.length() - 1 && text.charAt(at) == '0') {
      at++;
    }
    BigInteger size =
        text.length() - at > LONGEST_EXPONENT
            ? BigInteger.TEN.pow(LONGEST_EXPONENT)
            : new BigInteger(text.substring(at));
    return negative ? size.negate() : size;
  }

  @Override
  public int compareTo(Magnitude other) {
    if (sign != other.sign || sign == 0) {
      return Integer.compare(sign, other.sign);
    }
    int size = exponent.compareTo(other.exponent);
    return sign * Integer.signum(size != 0 ? size : digits.compareTo(other.digits));
  }
}
