package io.drey.state.inspect;

import io.drey.state.snapshot.bytes.BigEndian;
import io.drey.state.snapshot.bytes.ByteReader;

/**
 * Counts keys that come again and again, by hashes of 64 bits: of a million keys two are taken for
 * one with a chance of one in 37 million. Its memory is that of the keys of one key group.
 */
final class DistinctKeys {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private long[] hashes = new long[1 << 10];
  private int size;
  private boolean hasZero;
  private long before;

  long count() {
    return before + size + (hasZero ? 1 : 0);
  }

  /** Forgets the keys, which do not come again, and goes on counting. */
  void startGroup() {
    before = count();
    hasZero = false;
    if (size > 0) {
      hashes = new long[1 << 10];
      size = 0;
    }
  }

  void add(ByteReader key) {
    long hash = hash(key.bytes(), key.position(), (int) key.remaining());
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

  /** Tells whether it was not there. */
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

  private static long hash(byte[] bytes, int from, int length) {
    long hash = length * MIX;
    int at = from;
    int end = from + length;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      hash = mixed(hash ^ (long) BigEndian.LONG.get(bytes, at));
    }
    for (; at < end; at++) {
      hash = mixed(hash ^ bytes[at]);
    }
    return hash;
  }

  /** The finisher of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom generators). */
  private static long mixed(long value) {
    long mixed = (value + MIX);
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
