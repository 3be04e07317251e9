// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.internal.json.JsonStrings;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The canonical JSON text of a string, number or boolean: two values are equal if their texts are.
 * {@code 1} and {@code 1.0} are, {@code 1} and {@code "1"} are not.
 */
public final class CanonicalText {
  /** Longer numbers are compared as texts: converting them takes quadratic time. */
  private static final int LONGEST_NUMBER = 1_000;

  private CanonicalText() {}

  /** The text of a field's value; null if the value is absent, null, an object or an array. */
  public static @Nullable String of(Event event, FieldPath field) {
    return KeyPaths.canonical(event.value(field));
  }

  /** A string's content; of any other value the text itself. */
  public static String content(String canonical) {
    if (!isString(canonical)) {
      return canonical;
    }
    byte[] json = canonical.getBytes(UTF_8);
    return JsonStrings.decode(json, 1, json.length - 1);
  }

  /** Numbers by size, then booleans, then strings by their UTF-16. */
  public static int compare(String one, String other) {
    if (isString(one) || isString(other)) {
      return isString(one) && isString(other)
          ? content(one).compareTo(content(other))
          : Boolean.compare(isString(one), isString(other));
    }
    BigDecimal number = number(one);
    BigDecimal otherNumber = number(other);
    if (number == null || otherNumber == null) {
      return number == null && otherNumber == null
          ? one.compareTo(other)
          : Boolean.compare(number == null, otherNumber == null);
    }
    return number.compareTo(otherNumber);
  }

  private static boolean isString(String canonical) {
    return canonical.charAt(0) == '"';
  }

  /** Null for a boolean, and for a number that is too long. */
  private static @Nullable BigDecimal number(String canonical) {
    char first = canonical.charAt(0);
    if (first == 't' || first == 'f' || canonical.length() > LONGEST_NUMBER) {
      return null;
    }
    try {
      return new BigDecimal(canonical);
    } catch (NumberFormatException exponentTooLarge) {
      return null;
    }
  }
}
