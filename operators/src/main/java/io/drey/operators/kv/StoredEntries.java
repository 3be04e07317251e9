// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/**
 * The state of the current scope: its entries, their number, and, if the number of keys is capped,
 * the order in which they were used.
 */
final class StoredEntries {
  private final MapState<String, StoredValue> entries;
  private final ValueState<Long> size;
  private final @Nullable KeyRecency recency;

  /** Counts how often a scope got its first entry or lost its last. */
  private long scopeChanges;

  /**
   * @param recency null if the number of keys is not capped
   */
  StoredEntries(
      MapState<String, StoredValue> entries, ValueState<Long> size, @Nullable KeyRecency recency) {
    this.entries = entries;
    this.size = size;
    this.recency = recency;
  }

  static StoredEntries open(RuntimeContext context, KvOptions options) {
    boolean isCapped = options.settings().maxKeys() != null;
    return new StoredEntries(
        context.getMapState(KvState.entries()),
        context.getState(KvState.size()),
        isCapped ? recency(context) : null);
  }

  private static KeyRecency recency(RuntimeContext context) {
    return new KeyRecency(
        context.getMapState(KvState.recencyLinks()), context.getState(KvState.recencyEnds()));
  }

  long scopeChanges() {
    return scopeChanges;
  }

  long size() throws Exception {
    Long known = size.value();
    return known == null ? 0 : known;
  }

  @Nullable StoredValue get(String key) throws Exception {
    return entries.get(key);
  }

  /** All entries, in no particular order. */
  Iterable<Map.Entry<String, StoredValue>> all() throws Exception {
    return entries.entries();
  }

  /**
   * Writes an entry.
   *
   * @param isNew whether there is none under the key
   */
  void put(String key, StoredValue entry, boolean isNew) throws Exception {
    if (isNew) {
      grow(1);
    }
    entries.put(key, entry);
    used(key);
  }

  /** Records a use of a key. */
  void used(String key) throws Exception {
    if (recency == null) {
      return;
    }
    if (recency.oldest() == null && size() > 1) {
      // the scope is older than the cap: its earlier keys count as the oldest
      for (String known : entries.keys()) {
        recency.use(known);
      }
    }
    recency.use(key);
  }

  /** The least recently used key, if there is a cap; else null. */
  @Nullable String oldest() throws Exception {
    if (recency == null) {
      return null;
    }
    String oldest = recency.oldest();
    while (oldest != null && !entries.contains(oldest)) {
      recency.forget(oldest); // the cap was removed for a time, and the entry was deleted meanwhile
      oldest = recency.oldest();
    }
    return oldest;
  }

  /** Frees an existing entry. */
  void remove(String key) throws Exception {
    entries.remove(key);
    grow(-1);
    if (recency != null) {
      recency.forget(key);
    }
  }

  void clear() throws Exception {
    if (size.value() != null) {
      scopeChanges++;
    }
    entries.clear();
    size.clear();
    if (recency != null) {
      recency.clear();
    }
  }

  private void grow(int by) throws Exception {
    long before = size();
    long after = before + by;
    if (after == 0) {
      size.clear();
    } else {
      size.update(after);
    }
    if (before == 0 || after == 0) {
      scopeChanges++;
    }
  }
}
