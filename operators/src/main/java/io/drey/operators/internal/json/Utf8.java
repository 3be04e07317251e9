// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal.json;

/** Validates multi-byte sequences as defined by RFC 3629. */
public final class Utf8 {
  private Utf8() {}

  /**
   * The length of the sequence that begins at {@code at}, or -1 if it is overlong, cut short, a
   * surrogate or above U+10FFFF.
   */
  public static int length(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xFF;
    int second = continuation(bytes, at + 1, end);
    boolean valid;
    int length;
    if (first < 0xE0) {
      length = 2;
      valid = first >= 0xC2 && second >= 0;
    } else if (first < 0xF0) {
      length = 3;
      boolean overlong = first == 0xE0 && second < 0x20;
      boolean surrogate = first == 0xED && second >= 0x20;
      valid = second >= 0 && continuation(bytes, at + 2, end) >= 0 && !overlong && !surrogate;
    } else {
      length = 4;
      boolean overlong = first == 0xF0 && second < 0x10;
      boolean tooLarge = first > 0xF4 || (first == 0xF4 && second >= 0x10);
      boolean continued =
          second >= 0
              && continuation(bytes, at + 2, end) >= 0
              && continuation(bytes, at + 3, end) >= 0;
      valid = continued && !overlong && !tooLarge;
    }
    return valid ? length : -1;
  }

  /** The six bits of a continuation byte, or -1. */
  private static int continuation(byte[] bytes, int i, int end) {
    return i < end && (bytes[i] & 0xC0) == 0x80 ? bytes[i] & 0x3F : -1;
  }
}
