// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.plain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.expression.value.JsonInput;
import io.drey.jobs.expression.value.Numbers;
import io.drey.operators.event.JsonValue;
import org.jspecify.annotations.Nullable;

/** A constant that fields are compared with, by their bytes if possible. */
abstract class Literal {
  /** Whether a field, null if it is absent, equals this. */
  abstract boolean equalsField(@Nullable JsonValue field);

  /** How a field compares with this, or {@link #UNORDERED}. */
  abstract int compareField(@Nullable JsonValue field);

  static final int UNORDERED = 2;

  /** The literal of a string, an exact number, a boolean or null. */
  static Literal of(@Nullable Object value) {
    if (value instanceof String text) {
      return new OfText(text);
    }
    return value instanceof Number number ? new OfNumber(number) : new OfConstant(value);
  }

  private static final class OfText extends Literal {
    private static final byte[] IN_NO_STRING = {'"'};

    private final String text;
    private final byte[] utf8;

    OfText(String text) {
      this.text = text;
      this.utf8 = JsonInput.isEncodable(text) ? text.getBytes(UTF_8) : IN_NO_STRING;
    }

    @Override
    boolean equalsField(@Nullable JsonValue field) {
      return field != null && field.isText(text, utf8);
    }

    @Override
    int compareField(@Nullable JsonValue field) {
      return field == null || field.kind() != JsonValue.Kind.STRING
          ? UNORDERED
          : Integer.signum(field.text().compareTo(text));
    }
  }

  private static final class OfNumber extends Literal {
    private final Number number;
    private final boolean isInteger;
    private final long integer;

    OfNumber(Number number) {
      this.number = number;
      this.isInteger = Numbers.isInteger(number);
      this.integer = isInteger ? number.longValue() : 0;
    }

    @Override
    boolean equalsField(@Nullable JsonValue field) {
      return compareField(field) == 0;
    }

    @Override
    int compareField(@Nullable JsonValue field) {
      if (field == null || field.kind() != JsonValue.Kind.NUMBER) {
        return UNORDERED;
      }
      return isInteger && field.isShortInteger()
          ? Long.compare(field.shortInteger(), integer)
          : Numbers.compare(Numbers.of(field), number);
    }
  }

  private static final class OfConstant extends Literal {
    private final @Nullable Object constant;

    OfConstant(@Nullable Object constant) {
      this.constant = constant;
    }

    @Override
    boolean equalsField(@Nullable JsonValue field) {
      JsonValue.Kind kind = field == null ? JsonValue.Kind.NULL : field.kind();
      return switch (kind) {
        case NULL -> constant == null;
        case BOOLEAN -> constant != null && constant.equals(field != null && field.isTrue());
        case STRING, NUMBER, OBJECT, ARRAY -> false;
      };
    }

    @Override
    int compareField(@Nullable JsonValue field) {
      return UNORDERED;
    }
  }
}
