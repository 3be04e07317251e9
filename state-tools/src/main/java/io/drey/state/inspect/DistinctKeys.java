// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.inspect;

import io.drey.state.snapshot.bytes.ByteHash;
import io.drey.state.snapshot.bytes.ByteReader;

/**
 * Counts distinct keys by their hashes, which take eight to sixteen bytes for each key of a key
 * group.
 */
final class DistinctKeys {
  private static final int FIRST_SIZE = 1 << 10;

  private long[] hashes = new long[FIRST_SIZE];
  private int size;
  private boolean hasZero;
  private long before;

  long count() {
    return before + size + (hasZero ? 1 : 0);
  }

  /**
   * Starts a new key group: drops the hashes, since no earlier key occurs again, and keeps the
   * count.
   */
  void startGroup() {
    before = count();
    hasZero = false;
    if (size > 0) {
      hashes = new long[FIRST_SIZE];
      size = 0;
    }
  }

  void add(ByteReader key) {
    long hash = ByteHash.of(key);
    if (hash == 0) {
      hasZero = true;
    } else if (put(hashes, hash) && ++size > hashes.length / 2) {
      grow();
    }
  }

  private void grow() {
    long[] larger = new long[2 * hashes.length];
    for (long hash : hashes) {
      if (hash != 0) {
        put(larger, hash);
      }
    }
    hashes = larger;
  }

  /** Returns whether the hash is new. */
  private static boolean put(long[] table, long hash) {
    int at = (int) hash & (table.length - 1);
    while (table[at] != 0) {
      if (table[at] == hash) {
        return false;
      }
      at = (at + 1) & (table.length - 1);
    }
    table[at] = hash;
    return true;
  }
}
