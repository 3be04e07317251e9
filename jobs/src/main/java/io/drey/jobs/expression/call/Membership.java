// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.function.Regexes;
import io.drey.jobs.expression.value.Equality;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code value =~ container}: a list contains its elements, a map its keys, and a regular
 * expression the strings that it matches; nothing contains null. A list or map is contained in
 * another one if all its elements or keys are.
 */
final class Membership {
  private Membership() {}

  static boolean contains(@Nullable Object container, @Nullable Object value) {
    if (value == null || container == null) {
      return false;
    }
    if (container instanceof String regex) {
      return value instanceof String text && Regexes.matches(text, regex);
    }
    if (container instanceof Map<?, ?> map) {
      return value instanceof Map<?, ?> keys
          ? map.keySet().containsAll(keys.keySet())
          : map.containsKey(value);
    }
    return container instanceof List<?> list && containsAllOf(list, value);
  }

  private static boolean containsAllOf(List<?> list, Object value) {
    if (!(value instanceof Collection<?> parts)) {
      return Equality.contains(list, value);
    }
    for (Object part : parts) {
      if (!Equality.contains(list, part)) {
        return false;
      }
    }
    return true;
  }
}
