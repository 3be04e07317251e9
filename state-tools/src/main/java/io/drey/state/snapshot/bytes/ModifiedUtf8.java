// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.bytes;

/** The strings of {@link java.io.DataOutput#writeUTF}, without their length. */
final class ModifiedUtf8 {
  private ModifiedUtf8() {}

  /** Decodes the next bytes, which have to be in the buffer, without moving the reader. */
  static String decode(ByteReader in, int length) {
    byte[] bytes = in.bytes();
    int end = in.position() + length;
    StringBuilder text = new StringBuilder(length);
    for (int i = in.position(); i < end; ) {
      int size = size(bytes[i]);
      if (size == 0 || i + size > end) {
        throw in.malformed("a string is not valid UTF-8");
      }
      text.append(character(bytes, i, size));
      i += size;
    }
    return text.toString();
  }

  private static int size(byte first) {
    if (first >= 0) {
      return 1;
    }
    return (first & 0xE0) == 0xC0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : 0;
  }

  private static char character(byte[] bytes, int at, int size) {
    return switch (size) {
      case 1 -> (char) bytes[at];
      case 2 -> (char) ((bytes[at] & 0x1F) << 6 | (bytes[at + 1] & 0x3F));
      default ->
          (char) ((bytes[at] & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | (bytes[at + 2] & 0x3F));
    };
  }

  /** Returns the number of bytes that a string takes. */
  static int length(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      length = Math.addExact(length, size(text.charAt(i)));
    }
    return length;
  }

  private static int size(char character) {
    return character > 0 && character < 0x80 ? 1 : character < 0x800 ? 2 : 3;
  }

  /** Writes a string into bytes, which have room for it. */
  static void encode(String text, byte[] bytes, int from) {
    int at = from;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (size(character)) {
        case 1 -> bytes[at++] = (byte) character;
        case 2 -> {
          bytes[at++] = (byte) (0xC0 | character >> 6);
          bytes[at++] = (byte) (0x80 | (character & 0x3F));
        }
        default -> {
          bytes[at++] = (byte) (0xE0 | character >> 12);
          bytes[at++] = (byte) (0x80 | (character >> 6 & 0x3F));
          bytes[at++] = (byte) (0x80 | (character & 0x3F));
        }
      }
    }
  }
}
