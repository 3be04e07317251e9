// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.kv.command.Answer;
import io.drey.operators.kv.command.Change;
import io.drey.operators.kv.command.Command;
import io.drey.operators.kv.command.JsonTrees;
import io.drey.operators.kv.command.KeyRange;
import io.drey.operators.kv.command.KeyedValue;
import io.drey.operators.kv.command.RefusedException;
import io.drey.operators.kv.update.Update;
import io.drey.operators.kv.update.Updated;
import io.drey.operators.sameness.Timed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@link CommandLines} answer and tell, by sorted maps alone. */
final class SequentialStore {
  private final KvOptions options;
  private final Map<String, Map<String, StoredValue>> scopes = new TreeMap<>();
  private final List<String> records = new ArrayList<>();

  private String scope = "";
  private long now;

  SequentialStore(KvOptions options) {
    this.options = options;
  }

  List<String> run(List<Timed<String>> lines) {
    for (Timed<String> line : lines) {
      now = line.time();
      Answer answer = answer(line.value());
      records.add("main " + CommandLines.answer(line.value(), answer) + " @ " + now);
    }
    scopes.forEach(
        (name, entries) -> {
          scope = name;
          entries.forEach(this::expire);
        });
    return records;
  }

  private Answer answer(String line) {
    try {
      Command command = new CommandLines().read(line);
      scope = Objects.requireNonNull(command.scope());
      return answer(command, command.key() == null ? "" : command.key());
    } catch (RefusedException e) {
      return Answer.refused(e);
    }
  }

  private Answer answer(Command command, String key) throws RefusedException {
    return switch (command.operation()) {
      case SET -> set(key, command);
      case GET -> Answer.got(value(key));
      case DELETE -> Answer.deleted(delete(key));
      case UPDATE -> update(key, command);
      case LIST -> list(Objects.requireNonNull(command.range()));
      case LIST_GROUPS -> Answer.listedGroups(new ArrayList<>(scopes.keySet()));
      case CLEAR -> Answer.cleared(clear());
    };
  }

  private Answer set(String key, Command command) throws RefusedException {
    if (command.value() == null) {
      throw new RefusedException("missing_value", "Missing value");
    }
    checkSize(command.value());
    String before = value(key);
    put(key, command.value(), expiry(command));
    return Answer.set(before, command.value());
  }

  private Answer update(String key, Command command) throws RefusedException {
    String before = value(key);
    Updated updated =
        Update.of(JsonTrees.read(Objects.requireNonNull(command.ops())), command.atomic())
            .apply(before == null ? null : JsonTrees.read(before));
    if (updated.outcome() != Updated.Outcome.WRITTEN) {
      return Answer.updated(before, before, updated.errors());
    }
    String after = String.valueOf(updated.after());
    checkSize(after);
    StoredValue stored = entries().get(key);
    put(key, after, before == null || stored == null ? expiry(command) : stored.expiresAt());
    return Answer.updated(before, after, updated.errors());
  }

  private void checkSize(String value) throws RefusedException {
    if (value.length() > options.maxValueBytes()) {
      throw new RefusedException(
          "value_too_large",
          "Invalid value: must have at most " + options.maxValueBytes() + " bytes");
    }
  }

  private @Nullable Long expiry(Command command) {
    Long ttl = command.ttlMillis() == null ? options.ttlMillis() : command.ttlMillis();
    return ttl == null ? null : (Long) (now + ttl);
  }

  private void put(String key, String value, @Nullable Long expiresAt) {
    String before = value(key);
    expireIfDue(key);
    entries().put(key, new StoredValue(value, expiresAt));
    Change.Event event = before == null ? Change.Event.CREATED : Change.Event.UPDATED;
    tell(new Change(event, scope, key, before, value, now, expiresAt));
  }

  private @Nullable String delete(String key) {
    expireIfDue(key);
    StoredValue stored = entries().remove(key);
    if (stored != null) {
      tell(
          new Change(
              Change.Event.DELETED, scope, key, stored.value(), null, now, stored.expiresAt()));
    }
    scopes.remove(scope, Map.of());
    return stored == null ? null : stored.value();
  }

  private long clear() {
    return new ArrayList<>(entries().keySet()).stream().filter(key -> delete(key) != null).count();
  }

  /** Keys of ASCII are in order of their bytes. */
  private Answer list(KeyRange range) {
    List<KeyedValue> all =
        entries().keySet().stream()
            .filter(key -> value(key) != null)
            .filter(key -> range.prefix() == null || key.startsWith(range.prefix()))
            .filter(key -> range.start() == null || key.compareTo(range.start()) >= 0)
            .filter(key -> range.end() == null || key.compareTo(range.end()) < 0)
            .map(key -> new KeyedValue(key, String.valueOf(value(key))))
            .toList();
    Long limit = range.limit();
    boolean hasMore = limit != null && all.size() > limit;
    int shown = limit != null && hasMore ? Math.toIntExact(limit) : all.size();
    return Answer.listed(all.subList(0, shown), hasMore ? all.get(shown).key() : null);
  }

  private @Nullable String value(String key) {
    StoredValue stored = entries().get(key);
    return stored == null || isDue(stored) ? null : stored.value();
  }

  private Map<String, StoredValue> entries() {
    return scopes.getOrDefault(scope, new TreeMap<>());
  }

  private boolean isDue(StoredValue entry) {
    return entry.expiresAt() != null && entry.expiresAt() <= now;
  }

  private void expireIfDue(String key) {
    StoredValue stored = scopes.computeIfAbsent(scope, unused -> new TreeMap<>()).get(key);
    if (stored != null && isDue(stored)) {
      expire(key, stored);
      entries().remove(key);
    }
  }

  private void expire(String key, StoredValue stored) {
    if (stored.expiresAt() != null) {
      long at = stored.expiresAt();
      tell(new Change(Change.Event.EXPIRED, scope, key, stored.value(), null, at, at));
    }
  }

  private void tell(Change change) {
    records.add("changes " + CommandLines.change(change) + " @ " + change.ts());
  }
}
