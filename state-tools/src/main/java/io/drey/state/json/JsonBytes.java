// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/** Bytes that grow, and JSON strings appended to them. */
final class JsonBytes {
  private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  byte[] buffer = new byte[256];
  int size;

  /** Appends a string of ASCII characters, one per byte, in quotes. */
  void string(byte[] bytes, int from, int length) {
    room(6 * (long) length + 2);
    buffer[size++] = '"';
    int clean = 0;
    for (int i = from; i < from + length; i++) {
      if (needsEscape(bytes[i])) {
        copy(bytes, i - clean, clean);
        clean = 0;
        escape((char) bytes[i]);
      } else {
        clean++;
      }
    }
    copy(bytes, from + length - clean, clean);
    put('"');
  }

  /** Appends a string in quotes. */
  void string(CharSequence value) {
    room(6 * (long) value.length() + 2);
    buffer[size++] = '"';
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x80) {
        if (needsEscape((byte) c)) {
          escape(c);
        } else {
          buffer[size++] = (byte) c;
        }
      } else {
        i += beyondAscii(value, i, c);
      }
    }
    put('"');
  }

  /** Writes a character outside ASCII or a surrogate pair; returns how many more it consumed. */
  private int beyondAscii(CharSequence value, int i, char c) {
    if (!Character.isSurrogate(c)) {
      encode(c);
      return 0;
    }
    if (Character.isHighSurrogate(c)
        && i + 1 < value.length()
        && Character.isLowSurrogate(value.charAt(i + 1))) {
      encode(Character.toCodePoint(c, value.charAt(i + 1)));
      return 1;
    }
    // UTF-8 cannot encode an unpaired surrogate
    unicode(c);
    return 0;
  }

  private void encode(int c) {
    if (c < 0x800) {
      buffer[size++] = (byte) (0xC0 | c >> 6);
    } else {
      if (c < 0x10000) {
        buffer[size++] = (byte) (0xE0 | c >> 12);
      } else {
        buffer[size++] = (byte) (0xF0 | c >> 18);
        buffer[size++] = (byte) (0x80 | (c >> 12 & 0x3F));
      }
      buffer[size++] = (byte) (0x80 | (c >> 6 & 0x3F));
    }
    buffer[size++] = (byte) (0x80 | (c & 0x3F));
  }

  private static boolean needsEscape(byte c) {
    return c < ' ' || c == '"' || c == '\\';
  }

  private void escape(char c) {
    switch (c) {
      case '"', '\\' -> escaped(c);
      case '\b' -> escaped('b');
      case '\f' -> escaped('f');
      case '\n' -> escaped('n');
      case '\r' -> escaped('r');
      case '\t' -> escaped('t');
      default -> unicode(c);
    }
  }

  private void escaped(char c) {
    put('\\');
    put(c);
  }

  private void unicode(char c) {
    escaped('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      put((char) HEX[c >> shift & 0xF]);
    }
  }

  @SuppressWarnings("deprecation") // the only way to copy a string's bytes without an extra array
  void ascii(String text) {
    room(text.length());
    text.getBytes(0, text.length(), buffer, size);
    size += text.length();
  }

  void copy(byte[] bytes, int from, int length) {
    room(length);
    System.arraycopy(bytes, from, buffer, size, length);
    size += length;
  }

  void put(char c) {
    room(1);
    buffer[size++] = (byte) c;
  }

  void room(long count) {
    if (count > buffer.length - size) {
      long needed = Math.max(size + count, Math.min(LARGEST, 2L * buffer.length));
      if (needed > LARGEST) {
        throw new IllegalStateException("Cannot write row: it is larger than " + LARGEST);
      }
      buffer = Arrays.copyOf(buffer, (int) needed);
    }
  }
}
