// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.registry.KeyHash;
import io.drey.state.snapshot.type.ValueType;
import org.jspecify.annotations.Nullable;

/** Assigns keys to the key groups of a new max parallelism. */
final class KeyGrouping {
  private final OperatorSnapshot operator;
  private final int maxParallelism;
  private @Nullable ValueType type;
  private @Nullable KeyHash hash;

  KeyGrouping(OperatorSnapshot operator, int maxParallelism) {
    this.operator = operator;
    this.maxParallelism = maxParallelism;
  }

  /**
   * Returns the new key group of a key.
   *
   * @param keyGroup its key group in the source
   * @throws RefusedException if the key's hash is not known, or is not the one that put it into its
   *     old key group
   */
  int groupOf(int keyGroup, ValueType keyType, ByteReader key) {
    KeyHash known = hashOf(keyType);
    int from = key.position();
    int old = known.keyGroup(key, operator.maxParallelism());
    key.position(from);
    if (old != keyGroup) {
      throw new RefusedException(
          operator.id(),
          "a key of type "
              + keyType.text()
              + " is in key group "
              + keyGroup
              + " but its hash belongs to key group "
              + old
              + ", so that its new key group is not known");
    }
    int group = known.keyGroup(key, maxParallelism);
    key.position(from);
    return group;
  }

  private KeyHash hashOf(ValueType key) {
    KeyHash known = hash;
    if (known == null || !key.equals(type)) {
      known = KeyHash.of(key);
      if (known == null) {
        throw new RefusedException(
            operator.id(),
            "the hash of its keys of type "
                + key.text()
                + " is known only to the job, and so are their new key groups");
      }
      type = key;
      hash = known;
    }
    return known;
  }
}
