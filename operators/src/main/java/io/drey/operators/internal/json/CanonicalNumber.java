// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * The canonical text of a JSON number: {@code 1}, {@code 1.0}, {@code 10e-1} all become {@code 1}.
 * Exact for any length and any exponent, in linear time.
 */
public final class CanonicalNumber {
  /** Numbers with up to this many digits before, or zeros after, the point are written plainly. */
  private static final int PLAIN = 20;

  private CanonicalNumber() {}

  public static String of(byte[] json, int from, int to) {
    String text = new String(json, from, to - from, US_ASCII);
    boolean negative = text.charAt(0) == '-';
    int exponentAt = Math.max(text.indexOf('e'), text.indexOf('E'));
    int mantissaEnd = exponentAt < 0 ? text.length() : exponentAt;
    int point = text.indexOf('.');
    int start = negative ? 1 : 0;
    String digits =
        point < 0
            ? text.substring(start, mantissaEnd)
            : text.substring(start, point) + text.substring(point + 1, mantissaEnd);
    int fraction = point < 0 ? 0 : mantissaEnd - point - 1;
    int first = firstNonZero(digits);
    if (first == digits.length()) {
      return "0";
    }
    int last = lastNonZero(digits);
    String significant = digits.substring(first, last + 1);
    String exponent = exponentAt < 0 ? "0" : text.substring(exponentAt + 1);
    int shift = digits.length() - 1 - last - fraction;
    return (negative ? "-" : "") + write(significant, LongDecimal.add(exponent, shift));
  }

  /** The number {@code digits × 10^exponent}; digits neither begin nor end with a zero. */
  private static String write(String digits, String exponent) {
    long power = exponent.length() > 10 ? Long.MAX_VALUE / 2 : Long.parseLong(exponent);
    long point = power + digits.length();
    if (power == 0 || (power > 0 && point <= PLAIN)) {
      return digits + "0".repeat((int) power);
    }
    if (power < 0 && point > 0) {
      return digits.substring(0, (int) point) + "." + digits.substring((int) point);
    }
    if (power < 0 && point > -PLAIN) {
      return "0." + "0".repeat((int) -point) + digits;
    }
    return digits + "E" + exponent;
  }

  private static int firstNonZero(String digits) {
    int i = 0;
    while (i < digits.length() && digits.charAt(i) == '0') {
      i++;
    }
    return i;
  }

  private static int lastNonZero(String digits) {
    int i = digits.length() - 1;
    while (digits.charAt(i) == '0') {
      i--;
    }
    return i;
  }
}
