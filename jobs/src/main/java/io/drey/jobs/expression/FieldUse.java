// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.jobs.expression.plain.EventField;
import io.drey.operators.event.Event;
import io.drey.operators.event.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an expression uses a field of the event.
 *
 * @param constants the texts, numbers and booleans that the field is compared with
 * @param isOptional whether the expression asks if there is such a field
 */
public record FieldUse(EventField field, List<Object> constants, boolean isOptional) {
  /** The name of the field, without {@code event.}. */
  public String name() {
    return field.text();
  }

  /** Its value in an event; null if it is absent. */
  public @Nullable JsonValue in(Event event) {
    return field.of(event);
  }

  /** A constant that can never equal a value, as they are of different kinds; null if all can. */
  public @Nullable Object unlike(JsonValue value) {
    return constants.stream().noneMatch(constant -> isOfKind(value.kind(), constant))
        ? constants.stream().findFirst().orElse(null)
        : null;
  }

  private static boolean isOfKind(JsonValue.Kind kind, Object constant) {
    return switch (kind) {
      case STRING -> constant instanceof String;
      case NUMBER -> constant instanceof Number;
      case BOOLEAN -> constant instanceof Boolean;
      // its elements may be of any kind
      case ARRAY -> true;
      case NULL, OBJECT -> false;
    };
  }
}
