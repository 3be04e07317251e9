// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.kv.command.Change;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the current scope at an instant. Entries that have expired by then do not exist; a
 * write that meets one emits its expiry first. Only operations on the whole scope access more than
 * one entry.
 */
final class ScopeEntries {
  /** More than one, so that a lowered cap is reached; few, so that no single command takes long. */
  private static final int MOST_AT_ONCE = 2;

  private final StoredEntries entries;
  private final Expiries expiries;
  private final Consumer<Change> changes;

  private String scope = "";
  private long now;

  /** The entry that the command has read, which it does not read again to write it. */
  private @Nullable String readKey;

  private @Nullable StoredValue read;

  ScopeEntries(StoredEntries entries, Expiries expiries, Consumer<Change> changes) {
    this.entries = entries;
    this.expiries = expiries;
    this.changes = changes;
  }

  /** Begins with the scope of the current key at an instant, in ms. */
  void enter(String name, long instant) {
    scope = name;
    now = instant;
    readKey = null;
  }

  /** The entry of a key, or null if there is none or it has expired. */
  @Nullable StoredValue get(String key) throws Exception {
    StoredValue entry = entries.get(key);
    readKey = key;
    read = entry;
    if (entry == null || entry.isExpired(now)) {
      return null;
    }
    entries.used(key);
    return entry;
  }

  /** All entries in state, in no particular order; check each with {@link #isThere}. */
  Iterable<Map.Entry<String, StoredValue>> all() throws Exception {
    return entries.all();
  }

  boolean isThere(StoredValue entry) {
    return !entry.isExpired(now);
  }

  /** Writes an entry; returns the previous one. */
  @Nullable StoredValue put(String key, StoredValue entry) throws Exception {
    StoredValue stored = key.equals(readKey) ? read : entries.get(key);
    entries.put(key, entry, stored == null);
    expiries.move(key, stored == null ? null : stored.expiresAt(), entry.expiresAt());
    StoredValue before = stored == null || emittedExpired(key, stored) ? null : stored;
    emit(before == null ? Change.Event.CREATED : Change.Event.UPDATED, key, before, entry);
    return before;
  }

  /** Removes an entry; returns the previous one. */
  @Nullable StoredValue remove(String key) throws Exception {
    StoredValue stored = entries.get(key);
    if (stored == null) {
      return null;
    }
    entries.remove(key);
    return emittedDeleted(key, stored) ? stored : null;
  }

  /** Removes all entries; returns their number. */
  long clear() throws Exception {
    long removed = 0;
    for (Map.Entry<String, StoredValue> stored : entries.all()) {
      if (emittedDeleted(stored.getKey(), stored.getValue())) {
        removed++;
      }
    }
    entries.clear();
    return removed;
  }

  /** Evicts some of the least recently used entries, if there are more than the cap. */
  void shrinkTowards(int most) throws Exception {
    for (int i = 0; i < MOST_AT_ONCE && entries.size() > most; i++) {
      String oldest = entries.oldest();
      if (oldest != null) {
        remove(oldest);
      }
    }
  }

  /**
   * Handles the timer of an entry, which has expired unless the timer was set in another time
   * domain and the entry was set again since.
   */
  void expire(String key) throws Exception {
    StoredValue stored = entries.get(key);
    if (stored != null && stored.expiresAt() != null && isDue(stored.expiresAt())) {
      entries.remove(key);
      expiries.move(key, stored.expiresAt(), null);
      emitExpired(key, stored.value(), stored.expiresAt());
    }
  }

  /** Timers are exact; at the end of event time all are due. */
  private boolean isDue(long expiresAt) {
    return expiresAt == now || now == Long.MAX_VALUE;
  }

  /** Emits the change for a removed entry; false if it had expired before. */
  private boolean emittedDeleted(String key, StoredValue stored) {
    expiries.move(key, stored.expiresAt(), null);
    if (emittedExpired(key, stored)) {
      return false;
    }
    emit(Change.Event.DELETED, key, stored, null);
    return true;
  }

  /** Emits the expiry of an entry, if it has expired. */
  private boolean emittedExpired(String key, StoredValue stored) {
    Long at = stored.expiresAt();
    if (at == null || at > now) {
      return false;
    }
    emitExpired(key, stored.value(), at);
    return true;
  }

  private void emitExpired(String key, String value, long at) {
    changes.accept(new Change(Change.Event.EXPIRED, scope, key, value, null, at, at));
  }

  private void emit(
      Change.Event event, String key, @Nullable StoredValue before, @Nullable StoredValue after) {
    StoredValue last = after == null ? before : after;
    changes.accept(
        new Change(
            event,
            scope,
            key,
            before == null ? null : before.value(),
            after == null ? null : after.value(),
            now,
            last == null ? null : last.expiresAt()));
  }
}
