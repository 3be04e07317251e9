// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.snapshot.bytes.ByteReader;

/**
 * A part of a buffer with a row, array or map of Flink SQL, in little-endian order.
 *
 * @param from its start in the reader's buffer
 */
record SqlBlock(ByteReader in, int from, int size) {
  /** Reads the next block of so many bytes. */
  static SqlBlock next(ByteReader in, int size) {
    in.require(size);
    SqlBlock block = new SqlBlock(in, in.position(), size);
    in.skip(size);
    return block;
  }

  /** Returns a block within this one. */
  SqlBlock part(int at, int length) {
    check(at, length);
    return new SqlBlock(in, from + at, length);
  }

  byte byteAt(int at) {
    check(at, 1);
    return in.bytes()[from + at];
  }

  boolean bitAt(int at, int bit) {
    return (byteAt(at + bit / Byte.SIZE) & (1 << (bit % Byte.SIZE))) != 0;
  }

  short shortAt(int at) {
    return (short) numberAt(at, Short.BYTES);
  }

  int intAt(int at) {
    return (int) numberAt(at, Integer.BYTES);
  }

  long longAt(int at) {
    return numberAt(at, Long.BYTES);
  }

  private long numberAt(int at, int bytes) {
    check(at, bytes);
    long number = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      number = (number << Byte.SIZE) | (in.bytes()[from + at + i] & 0xFF);
    }
    return number;
  }

  private void check(int at, int length) {
    if (at < 0 || length < 0 || at > size - length) {
      throw in.malformed("invalid offset in a block of " + size + " bytes: " + at);
    }
  }
}
