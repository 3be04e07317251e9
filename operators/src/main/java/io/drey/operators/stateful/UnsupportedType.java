// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A type that a savepoint cannot describe, and what to use instead.
 *
 * @param path the class and the fields that lead to the type
 */
record UnsupportedType(String path, Class<?> type) {
  private static final String NOT_FLINKS = "a savepoint cannot describe it";

  IllegalArgumentException exception() {
    return because(NOT_FLINKS, remedy());
  }

  IllegalArgumentException because(String reason, String remedy) {
    return new IllegalArgumentException(
        "Cannot store " + path + ": " + reason + ", " + type.getName() + " (" + remedy + ")");
  }

  private String remedy() {
    if (Set.class.isAssignableFrom(type)) {
      return "declare it as Set";
    } else if (Map.class.isAssignableFrom(type)) {
      return "declare it as Map";
    } else if (Collection.class.isAssignableFrom(type)) {
      return "declare it as List";
    } else if (type == Optional.class) {
      return "use null instead";
    } else if (type == Object.class || type.isInterface()) {
      return "declare the actual class";
    } else if (type.getName().startsWith("java.")) {
      return "store a long or a String instead";
    } else if (!Modifier.isPublic(type.getModifiers())) {
      return "make it public";
    }
    return "make it a record, or give it a public constructor without arguments and fields that are"
        + " public or have getters and setters";
  }
}
