// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import java.util.Arrays;

/** The first of the old keys that become a new one. */
final class KeyOwner {
  private final ByteWriter made = new ByteWriter();
  private final ByteWriter old = new ByteWriter();

  /**
   * Whether an old key is the first of those with the same new one, which follow one another.
   *
   * @param newTo the end of the new key, after which the old one is
   */
  boolean isOwner(byte[] keys, int from, int newTo, int oldTo) {
    if (!isEqual(made, keys, from, newTo)) {
      set(made, keys, from, newTo);
      set(old, keys, newTo, oldTo);
      return true;
    }
    return isEqual(old, keys, newTo, oldTo);
  }

  private static boolean isEqual(ByteWriter known, byte[] keys, int from, int to) {
    return Arrays.equals(known.buffer(), 0, known.size(), keys, from, to);
  }

  private static void set(ByteWriter known, byte[] keys, int from, int to) {
    known.clear();
    known.writeBytes(keys, from, to - from);
  }

  /** The old key, without its key group. */
  ByteReader oldKey() {
    ByteReader key = ByteReader.of("keys", old.bytes());
    key.skip(Short.BYTES);
    return key;
  }
}
