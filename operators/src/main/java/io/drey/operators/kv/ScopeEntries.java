package io.drey.operators.kv;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the current scope, seen at an instant. What has expired by then is not there; a
 * write that meets it tells of its expiry first. One entry is touched at a time, but by what is
 * about all of them.
 */
final class ScopeEntries {
  private final MapState<String, Entry> entries;
  private final ValueState<Long> size;
  private final Expiries expiries;
  private final Consumer<Change> changes;

  private String scope = "";
  private long now;

  /** Counts how often a scope came to its first entry or lost its last. */
  private long scopeChanges;

  ScopeEntries(
      MapState<String, Entry> entries,
      ValueState<Long> size,
      Expiries expiries,
      Consumer<Change> changes) {
    this.entries = entries;
    this.size = size;
    this.expiries = expiries;
    this.changes = changes;
  }

  /** Sees the scope of the current key at an instant, in ms. */
  void enter(String name, long instant) {
    scope = name;
    now = instant;
  }

  long scopeChanges() {
    return scopeChanges;
  }

  boolean isEmpty() throws Exception {
    return size.value() == null;
  }

  /** The entry under a key, or null if there is none, or none any more. */
  @Nullable Entry get(String key) throws Exception {
    Entry entry = entries.get(key);
    return entry == null || entry.isExpired(now) ? null : entry;
  }

  /** Writes an entry; returns what was there. */
  @Nullable Entry put(String key, Entry entry) throws Exception {
    Entry held = entries.get(key);
    if (held == null) {
      grow(1);
    }
    boolean isNew = held == null || tellIfExpired(key, held);
    entries.put(key, entry);
    expiries.move(key, held == null ? null : held.expiresAt(), entry.expiresAt());
    String before = isNew ? null : held.value();
    Change.Event event = isNew ? Change.Event.CREATED : Change.Event.UPDATED;
    changes.accept(new Change(event, scope, key, before, entry.value(), now, entry.expiresAt()));
    return isNew ? null : held;
  }

  /** Takes an entry away; returns what was there. */
  @Nullable Entry remove(String key) throws Exception {
    Entry held = entries.get(key);
    if (held == null) {
      return null;
    }
    entries.remove(key);
    grow(-1);
    return tellRemoved(key, held) ? held : null;
  }

  /** Takes all entries away; returns how many were there. */
  long clear() throws Exception {
    long removed = 0;
    for (Map.Entry<String, Entry> held : entries.entries()) {
      if (tellRemoved(held.getKey(), held.getValue())) {
        removed++;
      }
    }
    entries.clear();
    if (!isEmpty()) {
      size.clear();
      scopeChanges++;
    }
    return removed;
  }

  /** All entries, in no order. */
  Iterable<Map.Entry<String, Entry>> all() throws Exception {
    return entries.entries();
  }

  boolean isThere(Entry entry) {
    return !entry.isExpired(now);
  }

  /** At the timer of an entry: it is gone. */
  void expire(String key) throws Exception {
    Entry held = entries.get(key);
    if (held == null || held.expiresAt() == null) {
      return;
    }
    entries.remove(key);
    grow(-1);
    expiries.move(key, held.expiresAt(), null);
    tellExpired(key, held.value(), held.expiresAt());
  }

  /** Tells what has become of an entry that is taken away; false if it was gone already. */
  private boolean tellRemoved(String key, Entry held) {
    expiries.move(key, held.expiresAt(), null);
    if (tellIfExpired(key, held)) {
      return false;
    }
    changes.accept(
        new Change(Change.Event.DELETED, scope, key, held.value(), null, now, held.expiresAt()));
    return true;
  }

  private boolean tellIfExpired(String key, Entry held) {
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

  private void grow(int by) throws Exception {
    Long held = size.value();
    long after = (held == null ? 0 : held) + by;
    if (after == 0) {
      size.clear();
    } else {
      size.update(after);
    }
    if (held == null || after == 0) {
      scopeChanges++;
    }
  }
}
