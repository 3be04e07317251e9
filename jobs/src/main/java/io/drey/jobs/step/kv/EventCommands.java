// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.kv;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.kv.command.Command;
import io.drey.operators.kv.command.CommandForm;
import io.drey.operators.kv.command.Operation;
import io.drey.operators.kv.command.RefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads commands from events: {@code {"op": "set", "scope": "users", "key": "u1", "value": {}}}. A
 * command with a field that does not belong to its operation is refused.
 */
public final class EventCommands implements CommandForm<Event> {
  private static final long serialVersionUID = 1L;

  /** The field whose value is the scope. */
  public static final KeyPaths KEY = KeyPaths.of("scope");

  private static final String NO_SCOPE = "[]";

  private final KnownFields known;

  /** Reads commands that may also have these fields. */
  public EventCommands(List<FieldPath> ignored) {
    this.known = new KnownFields(ignored);
  }

  /** A malformed one goes to a scope, to be refused there. */
  @Override
  public boolean listsGroups(Event command) {
    return new CommandFields(command).operation() == Operation.LIST_GROUPS
        && known.haveAll(command, Operation.LIST_GROUPS);
  }

  @Override
  public Event keyed(Event command) {
    JsonValue scope = command.value(CommandFields.SCOPE);
    boolean hasScope = scope != null && scope.kind() == JsonValue.Kind.STRING;
    Event keyed = hasScope ? KEY.keyed(command) : null;
    return keyed == null ? command.withKey(NO_SCOPE) : keyed;
  }

  @Override
  public String scopeKey(Event command) {
    return command.key();
  }

  @Override
  public String scope(String scopeKey) {
    return KeyPaths.plain(scopeKey);
  }

  @Override
  public Command read(Event command) throws RefusedException {
    CommandFields fields = new CommandFields(command);
    Operation operation = fields.operation();
    if (operation == null) {
      throw fields.unknownOp();
    }
    known.check(command, operation);
    String scope = fields.scope();
    String key = operation.hasKey() ? fields.key() : null;
    return switch (operation) {
      case SET -> set(scope, key, fields);
      case UPDATE -> update(scope, key, fields);
      case LIST -> Command.list(scope, fields.range());
      case GET, DELETE, LIST_GROUPS, CLEAR ->
          new Command(operation, scope, key, null, null, false, null, null, null);
    };
  }

  private static Command set(String scope, @Nullable String key, CommandFields fields)
      throws RefusedException {
    String value = fields.value();
    return new Command(
        Operation.SET, scope, key, value, null, false, fields.ttlMillis(), null, null);
  }

  private static Command update(String scope, @Nullable String key, CommandFields fields)
      throws RefusedException {
    String ops = fields.ops();
    return new Command(
        Operation.UPDATE, scope, key, null, ops, fields.isAtomic(), fields.ttlMillis(), null, null);
  }
}
