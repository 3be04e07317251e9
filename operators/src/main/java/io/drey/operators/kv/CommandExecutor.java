// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.internal.Instants;
import io.drey.operators.kv.command.Answer;
import io.drey.operators.kv.command.Command;
import io.drey.operators.kv.command.KeyRange;
import io.drey.operators.kv.command.Refusal;
import io.drey.operators.kv.command.RefusedException;
import io.drey.operators.kv.update.Update;
import io.drey.operators.kv.update.Updated;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Executes commands on the entries of their scope. */
final class CommandExecutor {
  private final ScopeEntries entries;
  private final KvOptions options;

  CommandExecutor(ScopeEntries entries, KvOptions options) {
    this.entries = entries;
    this.options = options;
  }

  /**
   * Executes a command at an instant, in ms.
   *
   * @throws RefusedException if it cannot be executed: nothing has changed
   */
  Answer at(long now, Command command) throws Exception {
    entries.enter(Objects.requireNonNull(command.scope()), now);
    return switch (command.operation()) {
      case SET -> set(command, now);
      case GET -> Answer.got(value(entries.get(key(command))));
      case DELETE -> Answer.deleted(value(entries.remove(key(command))));
      case UPDATE -> update(command, now);
      case LIST -> list(command);
      case CLEAR -> Answer.cleared(entries.clear());
      case LIST_GROUPS -> throw new IllegalStateException("A scope cannot list groups");
    };
  }

  private static String key(Command command) {
    return Objects.requireNonNull(command.key());
  }

  private static @Nullable String value(@Nullable StoredValue entry) {
    return entry == null ? null : entry.value();
  }

  private Answer set(Command command, long now) throws Exception {
    String value = command.value();
    if (value == null) {
      throw new RefusedException(Refusal.MISSING_VALUE, "Missing value");
    }
    checkSize(value);
    StoredValue before = entries.put(key(command), new StoredValue(value, expiry(command, now)));
    return Answer.set(value(before), value);
  }

  private Answer update(Command command, long now) throws Exception {
    Update update = Updates.read(command);
    StoredValue before = entries.get(key(command));
    Updated updated = Updates.apply(update, value(before));
    if (updated.outcome() != Updated.Outcome.WRITTEN) {
      return Answer.updated(value(before), value(before), updated.errors());
    }
    String after = Updates.write(Objects.requireNonNull(updated.after()));
    checkSize(after);
    Long expiresAt = before == null ? expiry(command, now) : before.expiresAt();
    entries.put(key(command), new StoredValue(after, expiresAt));
    return Answer.updated(value(before), after, updated.errors());
  }

  private void checkSize(String value) throws RefusedException {
    if (!Utf8Length.isAtMost(options.maxValueBytes(), value)) {
      throw new RefusedException(
          Refusal.VALUE_TOO_LARGE,
          "Invalid value: must have at most %,d bytes".formatted(options.maxValueBytes()));
    }
  }

  private @Nullable Long expiry(Command command, long now) {
    Long ttl = command.ttlMillis() == null ? options.ttlMillis() : command.ttlMillis();
    return ttl == null ? null : (Long) Instants.plus(now, ttl);
  }

  private Answer list(Command command) throws Exception {
    Listing listing = new Listing(command.range() == null ? KeyRange.ALL : command.range());
    for (Map.Entry<String, StoredValue> entry : entries.all()) {
      if (listing.needs(entry.getKey()) && entries.isThere(entry.getValue())) {
        listing.add(entry.getKey(), entry.getValue().value());
      }
    }
    return listing.answer();
  }
}
