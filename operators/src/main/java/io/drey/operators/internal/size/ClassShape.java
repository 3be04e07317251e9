// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal.size;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of a class consist of.
 *
 * @param bytes of the object alone
 * @param readable its fields that refer to others, and that may be read: those of the JDK may not
 */
record ClassShape(int bytes, List<Field> readable) {
  private static final ClassValue<ClassShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected ClassShape computeValue(Class<?> type) {
          return shape(type);
        }
      };

  static ClassShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  private static ClassShape shape(Class<?> type) {
    int small = 0;
    int large = 0;
    List<Field> readable = new ArrayList<>();
    for (Class<?> part = type; part != null; part = part.getSuperclass()) {
      for (Field field : part.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          continue;
        }
        int bytes = bytesOf(field.getType());
        small += bytes == Long.BYTES ? 0 : bytes;
        large += bytes == Long.BYTES ? bytes : 0;
        if (!field.getType().isPrimitive() && field.trySetAccessible()) {
          readable.add(field);
        }
      }
    }
    // What is small fills the gap before what is large.
    int start = HeapLayout.HEADER + small;
    int bytes = large == 0 ? start : Math.max(start, HeapLayout.aligned(HeapLayout.HEADER)) + large;
    return new ClassShape(HeapLayout.aligned(bytes), List.copyOf(readable));
  }

  /** The bytes of a field or an element. */
  static int bytesOf(Class<?> type) {
    if (!type.isPrimitive()) {
      return HeapLayout.REFERENCE;
    }
    if (type == long.class || type == double.class) {
      return Long.BYTES;
    }
    if (type == int.class || type == float.class) {
      return Integer.BYTES;
    }
    return type == short.class || type == char.class ? Short.BYTES : Byte.BYTES;
  }

  /** What the readable fields of an object refer to. */
  List<@Nullable Object> references(Object object) {
    List<@Nullable Object> values = new ArrayList<>(readable.size());
    for (Field field : readable) {
      values.add(Internals.value(object, field));
    }
    return values;
  }
}
