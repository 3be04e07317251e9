// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.registry.KeyHash;
import io.drey.state.snapshot.serializer.SnapshotBytes;
import io.drey.state.snapshot.type.ValueType;
import org.jspecify.annotations.Nullable;

/** Assigns keys to the key groups of a new max parallelism. */
final class KeyGrouping {
  private final OperatorSnapshot operator;
  private final int maxParallelism;
  private @Nullable SnapshotBytes snapshot;
  private @Nullable ValueType type;
  private @Nullable KeyHash hash;

  KeyGrouping(OperatorSnapshot operator, int maxParallelism) {
    this.operator = operator;
    this.maxParallelism = maxParallelism;
  }

  /** Says how the keys are described that come next. */
  void describe(FileHeader header) {
    snapshot = header.keySnapshot();
  }

  /**
   * Checks a key of the source.
   *
   * @param keyGroup its key group there
   * @throws RefusedException if the key's hash is not known, or is not the one that put it into its
   *     key group
   */
  void check(int keyGroup, ValueType keyType, ByteReader key) {
    int old = groupOf(keyType, key, operator.maxParallelism());
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
  }

  /** Returns the new key group of a key. */
  int groupOf(ValueType keyType, ByteReader key) {
    return groupOf(keyType, key, maxParallelism);
  }

  private int groupOf(ValueType keyType, ByteReader key, int groups) {
    int from = key.position();
    int group = hashOf(keyType).keyGroup(key, groups);
    key.position(from);
    return group;
  }

  private KeyHash hashOf(ValueType key) {
    KeyHash known = hash;
    if (known == null || !key.equals(type)) {
      known = KeyHash.of(key, snapshot);
      if (known == null) {
        throw new RefusedException(
            operator.id(),
            "the hash of its keys of type "
                + key.text()
                + " is known only to the job, and so are their new key groups (--jar)");
      }
      type = key;
      hash = known;
    }
    return known;
  }
}
