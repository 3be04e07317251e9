// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.kv;

import io.drey.jobs.text.DurationText;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.kv.command.Command;
import io.drey.operators.kv.command.CommandForm;
import io.drey.operators.kv.command.Operation;
import io.drey.operators.kv.command.Refusal;
import io.drey.operators.kv.command.RefusedException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads commands from events: {@code {"op": "set", "scope": "users", "key": "u1", "value": {}}}.
 * Fields that do not belong to an operation are skipped.
 */
public record EventCommands() implements CommandForm<Event> {
  /** The field whose value is the scope. */
  public static final KeyPaths KEY = KeyPaths.of("scope");

  static final FieldPath OP = FieldPath.of("op");
  static final FieldPath SCOPE = FieldPath.of("scope");
  static final FieldPath ENTRY_KEY = FieldPath.of("key");
  static final FieldPath ID = FieldPath.of("id");

  private static final FieldPath VALUE = FieldPath.of("value");
  private static final FieldPath OPS = FieldPath.of("ops");
  private static final FieldPath ATOMIC = FieldPath.of("atomic");
  private static final FieldPath TTL = FieldPath.of("ttl");
  private static final Map<JsonValue.Kind, String> KINDS =
      Map.of(
          JsonValue.Kind.STRING, "a string",
          JsonValue.Kind.NUMBER, "a number",
          JsonValue.Kind.BOOLEAN, "a boolean",
          JsonValue.Kind.NULL, "null",
          JsonValue.Kind.OBJECT, "an object",
          JsonValue.Kind.ARRAY, "an array");
  private static final String NO_SCOPE = "[]";
  private static final String KNOWN =
      Arrays.stream(Operation.values())
          .map(Operation::text)
          .sorted()
          .collect(Collectors.joining(", "));

  @Override
  public boolean listsGroups(Event command) {
    return operation(command) == Operation.LIST_GROUPS;
  }

  /** The operation that a command names, or null. */
  static @Nullable Operation operation(Event command) {
    String op = string(command.value(OP));
    return op == null ? null : Operation.named(op);
  }

  @Override
  public Event keyed(Event command) {
    JsonValue scope = command.value(SCOPE);
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
    Operation operation = operation(command);
    if (operation == null) {
      throw unknown(command.value(OP));
    }
    String scope = text(command, SCOPE, Refusal.MISSING_SCOPE);
    String key = operation.hasKey() ? text(command, ENTRY_KEY, Refusal.MISSING_KEY) : null;
    return switch (operation) {
      case SET ->
          new Command(
              operation,
              scope,
              key,
              json(command, VALUE, Refusal.MISSING_VALUE),
              null,
              false,
              ttlMillis(command),
              null);
      case UPDATE ->
          new Command(
              operation,
              scope,
              key,
              null,
              json(command, OPS, Refusal.BAD_OPS),
              isAtomic(command),
              ttlMillis(command),
              null);
      case GET, DELETE, LIST, LIST_GROUPS, CLEAR ->
          new Command(operation, scope, key, null, null, false, null, null);
    };
  }

  private static RefusedException unknown(@Nullable JsonValue op) {
    String name = string(op);
    return new RefusedException(
        Refusal.UNKNOWN_OP,
        name == null
            ? message(OP, "a string", op)
            : "Unknown op: '" + name + "' (known: " + KNOWN + ")");
  }

  private static String text(Event command, FieldPath field, String code) throws RefusedException {
    JsonValue value = command.value(field);
    String text = string(value);
    if (text == null) {
      throw new RefusedException(code, message(field, "a string", value));
    }
    return text;
  }

  private static String json(Event command, FieldPath field, String code) throws RefusedException {
    JsonValue value = command.value(field);
    if (value == null) {
      throw new RefusedException(code, message(field, "given", null));
    }
    return value.raw();
  }

  private static boolean isAtomic(Event command) throws RefusedException {
    JsonValue atomic = given(command, ATOMIC);
    if (atomic != null && atomic.kind() != JsonValue.Kind.BOOLEAN) {
      throw new RefusedException(Refusal.BAD_OPS, message(ATOMIC, "true or false", atomic));
    }
    return atomic != null && atomic.isTrue();
  }

  private static @Nullable Long ttlMillis(Event command) throws RefusedException {
    JsonValue ttl = given(command, TTL);
    if (ttl == null) {
      return null;
    }
    String duration = string(ttl);
    Long millis = duration == null ? null : millis(duration);
    if (millis == null) {
      throw new RefusedException(
          Refusal.BAD_TTL,
          "Invalid ttl: must be a duration like 30s or PT10M, longer than 0, but was " + ttl.raw());
    }
    return millis;
  }

  /** The length of a duration in ms, or null if the text is not a duration or it is zero. */
  private static @Nullable Long millis(String duration) {
    try {
      long millis = DurationText.parse(duration).toMillis();
      return millis > 0 ? (Long) millis : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** A field's value; null if it is absent or a JSON null. */
  private static @Nullable JsonValue given(Event command, FieldPath field) {
    JsonValue value = command.value(field);
    return value == null || value.kind() == JsonValue.Kind.NULL ? null : value;
  }

  /** The content of a string, or null if it is not a string. */
  private static @Nullable String string(@Nullable JsonValue value) {
    return value != null && value.kind() == JsonValue.Kind.STRING ? value.text() : null;
  }

  private static String message(FieldPath field, String rule, @Nullable JsonValue value) {
    return value == null
        ? "Missing " + field
        : "Invalid " + field + ": must be " + rule + " but was " + KINDS.get(value.kind());
  }
}
