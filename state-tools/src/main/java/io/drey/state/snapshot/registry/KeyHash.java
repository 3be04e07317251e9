// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.serializer.SnapshotBytes;
import io.drey.state.snapshot.type.ValueType;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.jspecify.annotations.Nullable;

/**
 * The Java hash code of a key, computed from the key's bytes. It determines the key group, and is
 * known only for types whose hash code does not depend on the job's classes.
 */
@FunctionalInterface
public interface KeyHash {
  /** Reads the next key and returns its hash; 0 for null. */
  int read(ByteReader in);

  /** Reads the next key and returns its key group. */
  default int keyGroup(ByteReader in, int maxParallelism) {
    return KeyGroupRangeAssignment.computeKeyGroupForKeyHash(read(in), maxParallelism);
  }

  /** Returns the hash of keys of a type; null if it is not known. */
  static @Nullable KeyHash of(ValueType key) {
    return KnownHashes.of(key);
  }

  /**
   * Returns the hash of keys of a type, also if only a class in a jar of {@code --jar} knows it;
   * null if that is not at hand.
   *
   * @param snapshot the description of their serializer; null if there is none
   */
  static @Nullable KeyHash of(ValueType key, @Nullable SnapshotBytes snapshot) {
    KeyHash known = of(key);
    if (known != null || snapshot == null || JarClasses.jars().isEmpty()) {
      return known;
    }
    try {
      JobObjects objects = JobObjects.restored(snapshot);
      return objects::hash;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
