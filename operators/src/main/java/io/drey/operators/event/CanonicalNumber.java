package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;

/**
 * The one text of a JSON number's value: {@code 1}, {@code 1.0}, {@code 10e-1} all become {@code
 * 1}. Exact for any length and any exponent, in linear time.
 */
final class CanonicalNumber {
  /** Numbers with up to this many digits before, or zeros after, the point are written plainly. */
  private static final int PLAIN = 20;

  private CanonicalNumber() {}

  static String of(byte[] json, int from, int to) {
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
    BigInteger exponent = exponentAt < 0 ? BigInteger.ZERO : exponent(text, exponentAt + 1);
    exponent = exponent.add(BigInteger.valueOf((long) digits.length() - 1 - last - fraction));
    return (negative ? "-" : "") + write(digits.substring(first, last + 1), exponent);
  }

  private static BigInteger exponent(String text, int from) {
    return new BigInteger(text.substring(text.charAt(from) == '+' ? from + 1 : from));
  }

  /** The number {@code digits × 10^exponent}; digits neither begin nor end with a zero. */
  private static String write(String digits, BigInteger exponent) {
    BigInteger pointAt = exponent.add(BigInteger.valueOf(digits.length()));
    if (exponent.signum() >= 0 && pointAt.compareTo(BigInteger.valueOf(PLAIN)) <= 0) {
      return digits + "0".repeat(exponent.intValue());
    }
    if (exponent.signum() < 0 && pointAt.signum() > 0) {
      int point = pointAt.intValue();
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (exponent.signum() < 0 && pointAt.compareTo(BigInteger.valueOf(-PLAIN)) > 0) {
      return "0." + "0".repeat(-pointAt.intValue()) + digits;
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
