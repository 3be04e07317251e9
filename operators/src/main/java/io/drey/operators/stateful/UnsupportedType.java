package io.drey.operators.stateful;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A type that a savepoint could not describe, and what its user can do instead.
 *
 * @param path the class and the fields that lead to it
 */
record UnsupportedType(String path, Class<?> type) {
  private static final String NOT_FLINKS = "a savepoint could not describe it";

  IllegalArgumentException exception() {
    return because(NOT_FLINKS, remedy());
  }

  IllegalArgumentException because(String reason, String remedy) {
    return new IllegalArgumentException(
        "Cannot keep " + path + ": " + reason + ", " + type.getName() + " (" + remedy + ")");
  }

  private String remedy() {
    if (Set.class.isAssignableFrom(type)) {
      return "declare it as Set";
    } else if (Map.class.isAssignableFrom(type)) {
      return "declare it as Map";
    } else if (Collection.class.isAssignableFrom(type)) {
      return "declare it as List";
    } else if (type == Optional.class) {
      return "let it be null instead";
    } else if (type == Object.class || type.isInterface()) {
      return "declare the class that it has";
    } else if (type.getName().startsWith("java.")) {
      return "keep a long or a String instead";
    } else if (!Modifier.isPublic(type.getModifiers())) {
      return "make it public";
    }
    return "make it a record, or give it a public constructor without arguments and fields that are"
        + " public or have getters and setters";
  }
}
