// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.event.JsonText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the results of expressions as JSON; values of fields stay as they were written. */
public final class JsonOutput {
  private JsonOutput() {}

  /** The JSON of a result; an unchanged field may have any size. */
  public static byte[] bytes(@Nullable Object value) {
    if (value instanceof JsonArray array) {
      return array.value().bytes();
    }
    StringBuilder out = new StringBuilder();
    if (isWhole(value)) {
      write(value, out);
    } else {
      writeBounded(value, out);
    }
    return out.toString().getBytes(UTF_8);
  }

  /** The same as text, within {@link Limits}. */
  public static String text(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    writeBounded(value, out);
    return out.toString();
  }

  /** A text as it is, anything else as JSON. */
  public static String plain(@Nullable Object value) {
    return value instanceof String text ? text : text(value);
  }

  /** Writes a value inside another one. */
  static void append(@Nullable Object value, StringBuilder out) {
    writeBounded(value, out);
  }

  private static boolean isWhole(@Nullable Object value) {
    return value instanceof JsonObject || !(value instanceof List || value instanceof Map);
  }

  private static void writeBounded(@Nullable Object value, StringBuilder out) {
    if (value instanceof Tree tree) {
      tree.write(out);
    } else if (value instanceof Map<?, ?> map && !(value instanceof JsonObject)) {
      writeMap(map, out);
    } else if (value instanceof List<?> list && !(value instanceof JsonArray)) {
      writeList(list, out);
    } else {
      write(value, out);
    }
    Limits.checkResult(out.length());
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    if (value instanceof String text) {
      JsonText.quote(text, out);
    } else if (value instanceof JsonObject object) {
      out.append(object.event());
    } else if (value instanceof JsonArray array) {
      out.append(array.value());
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      out.append("null");
    }
  }

  private static void writeMap(Map<?, ?> map, StringBuilder out) {
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      JsonText.quote((String) entry.getKey(), out);
      writeBounded(entry.getValue(), out.append(':'));
      separator = ",";
    }
    out.append('}');
  }

  private static void writeList(List<?> list, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (Object element : list) {
      writeBounded(element, out.append(separator));
      separator = ",";
    }
    out.append(']');
  }
}
