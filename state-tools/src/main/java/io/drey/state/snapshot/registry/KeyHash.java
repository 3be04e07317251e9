package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.jspecify.annotations.Nullable;

/**
 * The hash that Java gives a key, computed from the key's bytes. It decides the key group, and is
 * known only where no class of the job's is asked for it.
 */
@FunctionalInterface
public interface KeyHash {
  /** The hash of the key that is read next, which is passed; 0 if that is null. */
  int read(ByteReader in);

  /** The key group of the key that is read next, which is passed. */
  default int keyGroup(ByteReader in, int maxParallelism) {
    return KeyGroupRangeAssignment.computeKeyGroupForKeyHash(read(in), maxParallelism);
  }

  /** How keys of a type are hashed; null if that is not known. */
  static @Nullable KeyHash of(ValueType key) {
    return KnownHashes.of(key);
  }
}
