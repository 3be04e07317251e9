// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Takes commands as {@link Command}; the key of a scope is its name. */
public record TypedCommands() implements CommandForm<Command> {
  private static final String NONE = "";

  @Override
  public boolean listsGroups(Command command) {
    return command.operation() == Operation.LIST_GROUPS;
  }

  @Override
  public String scopeKey(Command command) {
    return command.scope() == null ? NONE : command.scope();
  }

  @Override
  public Command read(Command command) throws RefusedException {
    if (command.scope() == null) {
      throw new RefusedException(Refusal.MISSING_SCOPE, "Missing scope");
    }
    if (command.key() == null && command.operation().hasKey()) {
      throw new RefusedException(Refusal.MISSING_KEY, "Missing key");
    }
    checkTtl(command.ttlMillis());
    checkRange(command.range());
    return command;
  }

  private static void checkTtl(@Nullable Long millis) throws RefusedException {
    if (millis != null && millis < 1) {
      throw new RefusedException(
          Refusal.BAD_TTL,
          "Invalid ttl: must be at least 1 ms but was " + Duration.ofMillis(millis));
    }
  }

  private static void checkRange(@Nullable KeyRange range) throws RefusedException {
    if (range != null && range.limit() != null && range.limit() < 1) {
      throw new RefusedException(
          Refusal.BAD_RANGE, "Invalid limit: must be at least 1 but was " + range.limit());
    }
  }
}
