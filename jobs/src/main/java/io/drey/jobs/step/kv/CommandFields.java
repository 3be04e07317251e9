// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.kv;

import io.drey.jobs.text.DurationText;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import io.drey.operators.kv.command.KeyRange;
import io.drey.operators.kv.command.Operation;
import io.drey.operators.kv.command.Refusal;
import io.drey.operators.kv.command.RefusedException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a command from an event. */
record CommandFields(Event command) {
  static final FieldPath OP = FieldPath.of("op");
  static final FieldPath SCOPE = FieldPath.of("scope");
  static final FieldPath ENTRY_KEY = FieldPath.of("key");
  static final FieldPath ID = FieldPath.of("id");

  private static final FieldPath VALUE = FieldPath.of("value");
  private static final FieldPath DATA = FieldPath.of("data");
  private static final FieldPath OPS = FieldPath.of("ops");
  private static final FieldPath ATOMIC = FieldPath.of("atomic");
  private static final FieldPath TTL = FieldPath.of("ttl");
  private static final FieldPath PREFIX = FieldPath.of("prefix");
  private static final FieldPath START = FieldPath.of("start");
  private static final FieldPath END = FieldPath.of("end");
  private static final FieldPath LIMIT = FieldPath.of("limit");
  private static final Map<JsonValue.Kind, String> KINDS =
      Map.of(
          JsonValue.Kind.STRING, "a string",
          JsonValue.Kind.NUMBER, "a number",
          JsonValue.Kind.BOOLEAN, "a boolean",
          JsonValue.Kind.NULL, "null",
          JsonValue.Kind.OBJECT, "an object",
          JsonValue.Kind.ARRAY, "an array");
  private static final String KNOWN =
      Arrays.stream(Operation.values())
          .map(Operation::text)
          .sorted()
          .collect(Collectors.joining(", "));

  /** The operation, or null if it names none. */
  @Nullable Operation operation() {
    String op = string(command.value(OP));
    return op == null ? null : Operation.named(op);
  }

  RefusedException unknownOp() {
    JsonValue op = command.value(OP);
    String name = string(op);
    return new RefusedException(
        Refusal.UNKNOWN_OP,
        name == null
            ? message(OP, "a string", op)
            : "Unknown op: '" + name + "' (known: " + KNOWN + ")");
  }

  String scope() throws RefusedException {
    return text(SCOPE, Refusal.MISSING_SCOPE);
  }

  String key() throws RefusedException {
    return text(ENTRY_KEY, Refusal.MISSING_KEY);
  }

  private String text(FieldPath field, String code) throws RefusedException {
    JsonValue value = command.value(field);
    String text = string(value);
    if (text == null) {
      throw new RefusedException(code, message(field, "a string", value));
    }
    return text;
  }

  /** The JSON to set, which may stand in either of two fields. */
  String value() throws RefusedException {
    JsonValue data = command.value(DATA);
    if (data == null) {
      return json(VALUE, Refusal.MISSING_VALUE);
    }
    if (command.value(VALUE) != null) {
      throw new RefusedException(
          Refusal.UNKNOWN_FIELD,
          "Unknown field 'data' (it stands for 'value', which is given too)");
    }
    return data.raw();
  }

  String ops() throws RefusedException {
    return json(OPS, Refusal.BAD_OPS);
  }

  private String json(FieldPath field, String code) throws RefusedException {
    JsonValue value = command.value(field);
    if (value == null) {
      throw new RefusedException(code, message(field, "given", null));
    }
    return value.raw();
  }

  boolean isAtomic() throws RefusedException {
    JsonValue atomic = given(ATOMIC);
    if (atomic != null && atomic.kind() != JsonValue.Kind.BOOLEAN) {
      throw new RefusedException(Refusal.BAD_OPS, message(ATOMIC, "true or false", atomic));
    }
    return atomic != null && atomic.isTrue();
  }

  @Nullable Long ttlMillis() throws RefusedException {
    JsonValue ttl = given(TTL);
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

  KeyRange range() throws RefusedException {
    return new KeyRange(bound(PREFIX), bound(START), bound(END), limit());
  }

  private @Nullable String bound(FieldPath field) throws RefusedException {
    return given(field) == null ? null : text(field, Refusal.BAD_RANGE);
  }

  private @Nullable Long limit() throws RefusedException {
    JsonValue limit = given(LIMIT);
    if (limit == null) {
      return null;
    }
    BigDecimal number = limit.kind() == JsonValue.Kind.NUMBER ? limit.number() : null;
    try {
      long entries = number == null ? 0 : number.longValueExact();
      if (entries > 0) {
        return entries;
      }
    } catch (ArithmeticException fractionOrTooGreat) {
      // refused below
    }
    throw new RefusedException(
        Refusal.BAD_RANGE,
        "Invalid limit: must be a whole number, at least 1, but was " + limit.raw());
  }

  /** A field's value; null if it is absent or a JSON null. */
  private @Nullable JsonValue given(FieldPath field) {
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
