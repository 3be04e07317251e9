// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

/** Checks whether a text is a JSON number or boolean. */
final class JsonLiteral {
  private JsonLiteral() {}

  static boolean matches(byte[] bytes, int from, int to) {
    if (from == to) {
      return false;
    }
    return switch (bytes[from]) {
      case 't' -> is("true", bytes, from, to);
      case 'f' -> is("false", bytes, from, to);
      default -> isNumber(bytes, from, to);
    };
  }

  private static boolean is(String word, byte[] bytes, int from, int to) {
    boolean same = word.length() == to - from;
    for (int i = 0; same && i < word.length(); i++) {
      same = bytes[from + i] == word.charAt(i);
    }
    return same;
  }

  private static boolean isNumber(byte[] bytes, int from, int to) {
    int start = bytes[from] == '-' ? from + 1 : from;
    int at = digits(bytes, start, to);
    if (at == start || (bytes[start] == '0' && at > start + 1)) {
      return false;
    }
    if (at < to && bytes[at] == '.') {
      int fraction = at + 1;
      at = digits(bytes, fraction, to);
      if (at == fraction) {
        return false;
      }
    }
    return at == to || isExponent(bytes, at, to);
  }

  private static boolean isExponent(byte[] bytes, int from, int to) {
    if (bytes[from] != 'e' && bytes[from] != 'E') {
      return false;
    }
    int start = from + 1;
    if (start < to && (bytes[start] == '+' || bytes[start] == '-')) {
      start++;
    }
    return start < to && digits(bytes, start, to) == to;
  }

  private static int digits(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at;
  }
}
