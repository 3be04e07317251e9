// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal.size;

/** What objects take on the heap, in bytes, in a virtual machine like this one. */
final class HeapLayout {
  /** Up to this heap, references are compressed. */
  private static final long LARGEST_COMPRESSED = 32L << 30;

  private static final boolean IS_COMPRESSED =
      Runtime.getRuntime().maxMemory() < LARGEST_COMPRESSED;

  static final int REFERENCE = IS_COMPRESSED ? 4 : 8;

  /** Mark and class. */
  static final int HEADER = IS_COMPRESSED ? 12 : 16;

  /** Header and length. */
  static final int ARRAY = IS_COMPRESSED ? 16 : 24;

  /** An entry of Flink's table: key, namespace, state and next, hash and two versions. */
  static final int ENTRY = aligned(HEADER + 4 * REFERENCE + 3 * Integer.BYTES);

  /** An entry of a {@link java.util.HashMap}: key, value, next and hash. */
  static final int NODE = aligned(HEADER + 3 * REFERENCE + Integer.BYTES);

  /**
   * A timer of Flink's: key, namespace, instant and index, held by a set and by a heap. Its key is
   * that of the state.
   */
  static final int TIMER =
      aligned(HEADER + 2 * REFERENCE + Long.BYTES + Integer.BYTES) + NODE + 3 * REFERENCE;

  /** From here on a table of Flink's is larger than at first. */
  private static final int SMALL_TABLE = 96;

  private HeapLayout() {}

  static int aligned(int bytes) {
    return (bytes + 7) & ~7;
  }

  static long aligned(long bytes) {
    return (bytes + 7) & ~7L;
  }

  /** The slots of a hash table with so many entries, a table of Flink's or the JDK's. */
  static long slots(int entries) {
    return entries <= SMALL_TABLE ? 2L * entries : Long.highestOneBit(entries * 4L / 3) << 1;
  }
}
