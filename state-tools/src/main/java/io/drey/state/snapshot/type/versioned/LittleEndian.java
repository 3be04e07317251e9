// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.state.snapshot.bytes.ByteReader;

/** Reads what file sources and file systems write with the lowest byte first. */
final class LittleEndian {
  private LittleEndian() {}

  static int readInt(ByteReader in) {
    return Integer.reverseBytes(in.readInt());
  }

  static long readLong(ByteReader in) {
    return Long.reverseBytes(in.readLong());
  }

  /** Reads a count of things that take at least a byte each. */
  static int readCount(ByteReader in) {
    int count = readInt(in);
    if (count < 0 || count > in.remaining()) {
      throw in.malformed("invalid count: " + count);
    }
    return count;
  }

  static String readText(ByteReader in, int length) {
    return new String(in.readBytes(length), UTF_8);
  }

  static void expectMark(ByteReader in, int mark) {
    in.expectInt(Integer.reverseBytes(mark), "the mark of a format");
  }
}
