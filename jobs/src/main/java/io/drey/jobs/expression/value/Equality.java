// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Equality and order of two values. Values of different types are neither equal nor ordered.
 * Strings are ordered by their UTF-16 code units.
 */
public final class Equality {
  private Equality() {}

  public static boolean isEqual(@Nullable Object left, @Nullable Object right) {
    if (left == right || left == null || right == null) {
      return left == right;
    }
    if (left instanceof Number l && right instanceof Number r) {
      return Numbers.compare(l, r) == 0;
    }
    if (left instanceof List<?> l && right instanceof List<?> r) {
      return areEqual(l, r);
    }
    if (left instanceof Map<?, ?> l && right instanceof Map<?, ?> r) {
      return areEqual(l, r);
    }
    return left.equals(right);
  }

  private static boolean areEqual(List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!isEqual(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean areEqual(Map<?, ?> left, Map<?, ?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : left.entrySet()) {
      if (!right.containsKey(entry.getKey())
          || !isEqual(entry.getValue(), right.get(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }

  public static boolean contains(List<?> list, @Nullable Object value) {
    return indexOf(list, value) >= 0;
  }

  public static int indexOf(List<?> list, @Nullable Object value) {
    for (int i = 0; i < list.size(); i++) {
      if (isEqual(list.get(i), value)) {
        return i;
      }
    }
    return -1;
  }

  public static boolean isOrdered(@Nullable Object left, @Nullable Object right) {
    return (left instanceof Number && right instanceof Number)
        || (left instanceof String && right instanceof String);
  }

  /** The order of two values for which {@link #isOrdered} is true. */
  public static int compare(@Nullable Object left, @Nullable Object right) {
    if (left instanceof String l && right instanceof String r) {
      return l.compareTo(r);
    }
    if (left instanceof Number l && right instanceof Number r) {
      return Numbers.compare(l, r);
    }
    throw new IllegalArgumentException("Cannot order " + left + " and " + right);
  }

  /** A total order: null, booleans, numbers, strings, lists, objects. */
  public static int order(@Nullable Object left, @Nullable Object right) {
    int byKind = Integer.compare(kind(left), kind(right));
    if (byKind != 0) {
      return byKind;
    }
    if (left instanceof Boolean l && right instanceof Boolean r) {
      return l.compareTo(r);
    }
    return isOrdered(left, right) ? compare(left, right) : 0;
  }

  private static int kind(@Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof Boolean) {
      return 1;
    }
    if (value instanceof Number) {
      return 2;
    }
    if (value instanceof String) {
      return 3;
    }
    return value instanceof List ? 4 : 5;
  }
}
