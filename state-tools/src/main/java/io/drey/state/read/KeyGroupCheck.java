package io.drey.state.read;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.registry.KeyHash;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Checks that keys lie in the key group of their hash, where that is known. */
final class KeyGroupCheck {
  private final int maxParallelism;
  private final Map<KeyedState, Optional<KeyHash>> hashes = new HashMap<>();

  KeyGroupCheck(int maxParallelism) {
    this.maxParallelism = maxParallelism;
  }

  /**
   * Always true.
   *
   * @throws SavepointException if the key lies in another group
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
            "a key of group " + group + " lies in group " + entry.keyGroup() + " by its hash");
      }
    }
    return true;
  }
}
