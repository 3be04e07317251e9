// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** The {@code public static T parse(String)} of a class T, which reads its scalar form. */
record TextForm(Method parse) {

  /** The parse method of a class; null if it has none. */
  static @Nullable TextForm find(Class<?> type) {
    try {
      Method parse = type.getMethod("parse", String.class);
      boolean fits = Modifier.isStatic(parse.getModifiers()) && parse.getReturnType() == type;
      return fits ? new TextForm(parse) : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  /**
   * Reads the text.
   *
   * @throws InvocationTargetException with the exception of the class
   */
  Object read(String text) throws InvocationTargetException {
    try {
      return parse.invoke(null, text);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Cannot call " + parse, e);
    }
  }
}
