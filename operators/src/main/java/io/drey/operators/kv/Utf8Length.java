// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

/** The length of texts in UTF-8. */
final class Utf8Length {
  private static final int MOST_BYTES_A_CHAR = 3;

  private Utf8Length() {}

  /** Whether a text has at most that many bytes; counts only if its length does not decide it. */
  static boolean isAtMost(int limit, String text) {
    int chars = text.length();
    if (chars > limit) {
      return false;
    }
    return (long) chars * MOST_BYTES_A_CHAR <= limit || of(text) <= limit;
  }

  /** A surrogate counts 2, a pair 4. */
  private static long of(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800 || Character.isSurrogate(c)) {
        bytes += 2;
      } else {
        bytes += MOST_BYTES_A_CHAR;
      }
    }
    return bytes;
  }
}
