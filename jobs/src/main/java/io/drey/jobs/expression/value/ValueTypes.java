// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of types in messages. */
public final class ValueTypes {
  private ValueTypes() {}

  /** With an article. */
  public static String of(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof List) {
      return "a list";
    }
    if (value instanceof Map) {
      return "an object";
    }
    if (value instanceof Boolean) {
      return "a boolean";
    }
    return value instanceof Number ? "a number" : "a string";
  }

  /** For {@code typeOf}: null, boolean, number, string, list or object. */
  public static String name(@Nullable Object value) {
    String shown = of(value);
    return shown.substring(shown.indexOf(' ') + 1);
  }
}
