// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.bytes;

/** Numbers of seven bits a byte, lowest first; every byte but the last has its highest bit set. */
public final class Varint {
  private static final int LONGEST = 5;

  private Varint() {}

  /** Reads a number of one to five bytes. */
  public static int read(ByteReader in) {
    int value = 0;
    for (int i = 0; i < LONGEST; i++) {
      int next = in.readUnsignedByte();
      value |= (next & 0x7F) << (7 * i);
      if (next < 0x80) {
        return value;
      }
    }
    throw in.malformed("a number has more than " + LONGEST + " bytes");
  }
}
