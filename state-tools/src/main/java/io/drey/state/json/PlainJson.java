// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

/** Recognizes the commonest JSON, which needs no parser. */
public final class PlainJson {
  /** So short that an integer has no leading zero to look for but its first digit. */
  private static final int LONGEST_NUMBER = 18;

  private PlainJson() {}

  /**
   * Whether ASCII bytes are a string without escapes, or an integer of a few digits. Other scalars
   * may be told no.
   */
  public static boolean isScalar(byte[] bytes, int from, int length) {
    return length > 0
        && (bytes[from] == '"'
            ? isString(bytes, from, from + length - 1)
            : isInteger(bytes, from, from + length));
  }

  private static boolean isString(byte[] bytes, int from, int last) {
    if (last == from || bytes[last] != '"') {
      return false;
    }
    for (int i = from + 1; i < last; i++) {
      if (bytes[i] < ' ' || bytes[i] == '"' || bytes[i] == '\\') {
        return false;
      }
    }
    return true;
  }

  private static boolean isInteger(byte[] bytes, int from, int to) {
    if (to - from > LONGEST_NUMBER || (bytes[from] == '0' && to - from > 1)) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return false;
      }
    }
    return true;
  }
}
