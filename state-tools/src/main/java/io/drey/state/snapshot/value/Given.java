// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.value;

import static io.drey.state.json.InstantDigits.NOT_SO;

import io.drey.state.json.InstantDigits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes values for what a type needs: they are null, booleans, numbers, strings, lists, and maps by
 * name, as in JSON; instants and dates are ISO-8601, and bytes base64. Times of {@code java.time}
 * and arrays of bytes are taken as they are.
 */
public final class Given {
  private static final String INTEGERS = "an integer from %d to %d";
  private static final String AN_INSTANT = "an instant like 2026-01-31T12:00:00Z";

  private Given() {}

  /** Takes an integer in a range, bounds included. */
  public static long integer(@Nullable Object value, long least, long most) {
    if (value instanceof Number number) {
      try {
        long integer = exact(number);
        if (integer >= least && integer <= most) {
          return integer;
        }
      } catch (ArithmeticException | NumberFormatException isNone) {
        throw new UnfitValueException(INTEGERS.formatted(least, most), value);
      }
    }
    throw new UnfitValueException(INTEGERS.formatted(least, most), value);
  }

  /** Takes an integer of 64 bits. */
  public static long integer(@Nullable Object value) {
    return integer(value, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static long exact(Number number) {
    boolean isPlain =
        number instanceof Long
            || number instanceof Integer
            || number instanceof Short
            || number instanceof Byte;
    return isPlain ? number.longValue() : decimal(number).longValueExact();
  }

  /** Takes a floating-point number, of which JSON has some as strings. */
  public static double real(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof CharSequence text) {
      return switch (text.toString()) {
        case "NaN" -> Double.NaN;
        case "Infinity" -> Double.POSITIVE_INFINITY;
        case "-Infinity" -> Double.NEGATIVE_INFINITY;
        default -> throw new UnfitValueException("a number", value);
      };
    }
    throw new UnfitValueException("a number", value);
  }

  /** Takes a number of any size. */
  public static BigDecimal decimal(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (value instanceof Number number) {
      return decimal(number, number.toString());
    }
    throw new UnfitValueException("a number", value);
  }

  private static BigDecimal decimal(Number value, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException isNone) {
      throw new UnfitValueException("a finite number", value);
    }
  }

  /** Takes a boolean. */
  public static boolean bool(@Nullable Object value) {
    if (value instanceof Boolean bool) {
      return bool;
    }
    throw new UnfitValueException("true or false", value);
  }

  /** Takes a string. */
  public static String text(@Nullable Object value) {
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    throw new UnfitValueException("a string", value);
  }

  /** Takes bytes, in base64 if they are a string. */
  public static byte[] bytes(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    try {
      return Base64.getDecoder().decode(text(value));
    } catch (IllegalArgumentException e) {
      throw new UnfitValueException("bytes in base64", value);
    }
  }

  /** Takes an instant, or milliseconds since 1970, and returns the milliseconds. */
  public static long millis(@Nullable Object value) {
    if (value instanceof Number) {
      return integer(value);
    }
    long plain = value instanceof CharSequence text ? InstantDigits.parse(text) : NOT_SO;
    if (plain != NOT_SO) {
      return plain;
    }
    try {
      return instant(value).toEpochMilli();
    } catch (ArithmeticException e) {
      throw new UnfitValueException(AN_INSTANT, value);
    }
  }

  /** Takes an instant, or milliseconds since 1970. */
  public static Instant instant(@Nullable Object value) {
    return value instanceof Number
        ? Instant.ofEpochMilli(integer(value))
        : time(value, Instant.class, AN_INSTANT, Instant::parse);
  }

  /**
   * Takes a date or a time, or parses a string.
   *
   * @param allowed as in "must be …"
   */
  public static <T> T time(
      @Nullable Object value, Class<T> type, String allowed, Parsing<T> parsing) {
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    if (value instanceof CharSequence text) {
      try {
        return parsing.parse(text);
      } catch (DateTimeException isNone) {
        throw new UnfitValueException(allowed, value);
      }
    }
    throw new UnfitValueException(allowed, value);
  }

  /** Takes a list or a set. */
  public static Collection<?> elements(@Nullable Object value) {
    if (value instanceof Collection<?> elements) {
      return elements;
    }
    throw new UnfitValueException("a list", value);
  }

  /** Takes an object, which is a map by name. */
  public static Map<?, ?> members(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new UnfitValueException("an object", value);
  }

  /** Parses a date or a time. */
  public interface Parsing<T> {
    /**
     * Parses a text.
     *
     * @throws DateTimeException if it is none
     */
    T parse(CharSequence text);
  }
}
