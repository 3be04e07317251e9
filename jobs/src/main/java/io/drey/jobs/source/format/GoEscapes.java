// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.source.line.ObjectBuilder;
import java.io.ByteArrayOutputStream;

/**
 * The escapes in quoted text of logfmt: those of JSON, and those that Go's {@code %q} writes.
 * {@code \x80} and above stand for bytes of UTF-8; where they are none, for a replacement
 * character.
 */
final class GoEscapes {
  private static final int INVALID = -1;

  private final ObjectBuilder object;

  GoEscapes(ObjectBuilder object) {
    this.object = object;
  }

  /**
   * Writes what the escape at an index stands for.
   *
   * @return the index behind it, or -1 if it is invalid
   */
  int write(byte[] bytes, int at, int end) {
    byte kind = at + 1 < end ? bytes[at + 1] : 0;
    return switch (kind) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> raw(bytes, at, at + 2);
      case 'u' -> hex(bytes, at + 2, 4, end) < 0 ? INVALID : raw(bytes, at, at + 6);
      case 'U' -> wide(bytes, at, end);
      case 'x' -> run(bytes, at, end);
      case 'a' -> character(7, at + 2);
      case 'v' -> character(11, at + 2);
      case '\'' -> character('\'', at + 2);
      default -> INVALID;
    };
  }

  private int raw(byte[] bytes, int from, int to) {
    object.raw(bytes, from, to);
    return to;
  }

  private int wide(byte[] bytes, int at, int end) {
    int point = hex(bytes, at + 2, 8, end);
    boolean valid =
        Character.isValidCodePoint(point)
            && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    return valid ? character(point, at + 10) : INVALID;
  }

  /** A character's bytes may be escaped one by one. */
  private int run(byte[] bytes, int from, int end) {
    ByteArrayOutputStream run = new ByteArrayOutputStream();
    int at = from;
    while (at + 1 < end && bytes[at] == '\\' && bytes[at + 1] == 'x') {
      int value = hex(bytes, at + 2, 2, end);
      if (value < 0) {
        return INVALID;
      }
      run.write(value);
      at += 4;
    }
    return text(run.toString(UTF_8), at);
  }

  private int character(int point, int behind) {
    return text(Character.toString(point), behind);
  }

  private int text(String text, int behind) {
    byte[] utf8 = text.getBytes(UTF_8);
    object.characters(utf8, 0, utf8.length);
    return behind;
  }

  /** The number in so many digits; below 0 if they are not there. */
  private static int hex(byte[] bytes, int from, int digits, int end) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = i < end ? Character.digit(bytes[i], 16) : -1;
      if (digit < 0 || value > 0xFFFFFF) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
