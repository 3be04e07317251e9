// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.bytes;

/**
 * 64-bit hashes to tell bytes apart: among a million keys, the chance of a collision is one in 37
 * million.
 */
public final class ByteHash {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private ByteHash() {}

  /** Hashes the remaining bytes of a reader, which all have to be in its buffer. */
  public static long of(ByteReader in) {
    return of(in, 0);
  }

  /** Hashes the remaining bytes of a reader, on top of an earlier hash. */
  public static long of(ByteReader in, long before) {
    byte[] bytes = in.bytes();
    int at = in.position();
    int end = at + (int) in.remaining();
    long hash = mixed(before + (end - at));
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      hash = mixed(hash ^ (long) BigEndian.LONG.get(bytes, at));
    }
    for (; at < end; at++) {
      hash = mixed(hash ^ bytes[at]);
    }
    return hash;
  }

  /**
   * The mixing function of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom
   * generators).
   */
  private static long mixed(long value) {
    long mixed = value + GOLDEN;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
