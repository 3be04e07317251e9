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

  private final KeptEntries kept;
  private final Expiries expiries;
  private final Consumer<Change> changes;

  private String scope = "";
  private long now;

  /** The entry that the command has read, which it does not read again to write it. */
  private @Nullable String readKey;

  private @Nullable StoredValue read;

  ScopeEntries(KeptEntries kept, Expiries expiries, Consumer<Change> changes) {
    this.kept = kept;
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
    StoredValue entry = kept.get(key);
    readKey = key;
    read = entry;
    if (entry == null || entry.isExpired(now)) {
      return null;
    }
    kept.used(key);
    return entry;
  }

  /** All entries in state, in no particular order; check each with {@link #isThere}. */
  Iterable<Map.Entry<String, StoredValue>> all() throws Exception {
    return kept.all();
  }

  boolean isThere(StoredValue entry) {
    return !entry.isExpired(now);
  }

  /** Writes an entry; returns the previous one. */
  @Nullable StoredValue put(String key, StoredValue entry) throws Exception {
    StoredValue held = key.equals(readKey) ? read : kept.get(key);
    kept.put(key, entry, held == null);
    expiries.move(key, held == null ? null : held.expiresAt(), entry.expiresAt());
    StoredValue before = held == null || toldExpired(key, held) ? null : held;
    tell(before == null ? Change.Event.CREATED : Change.Event.UPDATED, key, before, entry);
    return before;
  }

  /** Removes an entry; returns the previous one. */
  @Nullable StoredValue remove(String key) throws Exception {
    StoredValue held = kept.get(key);
    if (held == null) {
      return null;
    }
    kept.remove(key);
    return toldDeleted(key, held) ? held : null;
  }

  /** Removes all entries; returns their number. */
  long clear() throws Exception {
    long removed = 0;
    for (Map.Entry<String, StoredValue> held : kept.all()) {
      if (toldDeleted(held.getKey(), held.getValue())) {
        removed++;
      }
    }
    kept.clear();
    return removed;
  }

  /** Evicts some of the least recently used entries, if there are more than the cap. */
  void shrinkTowards(int most) throws Exception {
    for (int i = 0; i < MOST_AT_ONCE && kept.size() > most; i++) {
      String oldest = kept.oldest();
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
    StoredValue held = kept.get(key);
    if (held != null && held.expiresAt() != null && isDue(held.expiresAt())) {
      kept.remove(key);
      expiries.move(key, held.expiresAt(), null);
      tellExpired(key, held.value(), held.expiresAt());
    }
  }

  /** Timers are exact; at the end of event time all are due. */
  private boolean isDue(long expiresAt) {
    return expiresAt == now || now == Long.MAX_VALUE;
  }

  /** Emits the change for a removed entry; false if it had expired before. */
  private boolean toldDeleted(String key, StoredValue held) {
    expiries.move(key, held.expiresAt(), null);
    if (toldExpired(key, held)) {
      return false;
    }
    tell(Change.Event.DELETED, key, held, null);
    return true;
  }

  /** Emits the expiry of an entry, if it has expired. */
  private boolean toldExpired(String key, StoredValue held) {
    Long at = held.expiresAt();
    if (at == null || at > now) {
      return false;
    }
    tellExpired(key, held.value(), at);
    return true;
  }

  private void tellExpired(String key, String value, long at) {
    changes.accept(new Change(Change.Event.EXPIRED, scope, key, value, null, at, at));
  }

  private void tell(
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
