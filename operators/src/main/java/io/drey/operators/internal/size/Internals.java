// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal.size;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Reads fields that have no accessor. */
final class Internals {
  private Internals() {}

  /** The value of a field; null if there is none of that name, as in another version of Flink. */
  static @Nullable Object value(Object object, String field) {
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      for (Field declared : type.getDeclaredFields()) {
        if (declared.getName().equals(field) && declared.trySetAccessible()) {
          return value(object, declared);
        }
      }
    }
    return null;
  }

  static @Nullable Object value(Object object, Field field) {
    try {
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Cannot read " + field + ": it was made accessible", e);
    }
  }
}
