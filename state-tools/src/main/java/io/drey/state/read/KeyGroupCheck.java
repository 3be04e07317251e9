// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.registry.KeyHash;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Checks that keys are in the key group of their hash, if the hash is known. */
final class KeyGroupCheck {
  private final int maxParallelism;
  private final Map<KeyedState, Optional<KeyHash>> hashes = new HashMap<>();

  KeyGroupCheck(int maxParallelism) {
    this.maxParallelism = maxParallelism;
  }

  /**
   * Checks an entry; always returns true.
   *
   * @throws SavepointException if the key is in a wrong key group
   */
  boolean check(Entry entry) {
    Optional<KeyHash> hash =
        hashes.computeIfAbsent(
            entry.state(), state -> Optional.ofNullable(KeyHash.of(state.key())));
    if (hash.isPresent() && entry.isSplit()) {
      ByteReader key = entry.key();
      int from = key.position();
      int group = hash.get().keyGroup(key, maxParallelism);
      key.position(from);
      if (group != entry.keyGroup()) {
        throw key.malformed(
            "a key is in key group "
                + entry.keyGroup()
                + " but its hash belongs to key group "
                + group);
      }
    }
    return true;
  }
}
