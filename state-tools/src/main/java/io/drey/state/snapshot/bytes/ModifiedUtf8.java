// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.bytes;

/** Decodes the strings of {@link java.io.DataOutput#writeUTF}. */
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
}
