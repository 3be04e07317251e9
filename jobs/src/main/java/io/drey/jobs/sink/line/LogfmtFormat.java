// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import io.drey.operators.event.Projection;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code a=1 b="x y"}. A string is quoted where it would otherwise be read as something
 * else; objects and arrays are strings of their JSON. Characters that a name cannot contain become
 * {@code _}.
 */
final class LogfmtFormat implements LineFormat {
  private static final FieldPath QUOTED = FieldPath.of("text");
  private static final Set<String> LITERALS = Set.of("true", "false", "null");

  private final @Nullable Projection fields;

  LogfmtFormat(@Nullable Projection fields) {
    this.fields = fields;
  }

  @Override
  public void write(Event event, LineOutput out) throws IOException {
    Projection shown = fields == null ? Projection.ofNames(event.names()) : fields;
    boolean any = false;
    for (int i = 0; i < shown.size(); i++) {
      JsonValue value = shown.value(event, i);
      if (value != null) {
        if (any) {
          out.write(' ');
        }
        any = true;
        out.write(key(shown.name(i)).getBytes(UTF_8));
        out.write('=');
        write(value, out);
      }
    }
    out.endLine();
  }

  private static String key(String name) {
    StringBuilder key = new StringBuilder(name.isEmpty() ? "_" : name);
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c <= ' ' || c == '=' || c == '"') {
        key.setCharAt(i, '_');
      }
    }
    return key.toString();
  }

  private static void write(JsonValue value, LineOutput out) throws IOException {
    switch (value.kind()) {
      case NUMBER, BOOLEAN, NULL -> value.writeTo(out);
      case STRING -> {
        if (isPlain(value.raw())) {
          out.write(value.text().getBytes(UTF_8));
        } else {
          value.writeTo(out);
        }
      }
      case OBJECT, ARRAY -> quoted(value.raw()).writeTo(out);
    }
  }

  private static JsonValue quoted(String text) {
    return Objects.requireNonNull(Event.of("{}").with(QUOTED.text(), text).value(QUOTED));
  }

  /** Whether a string, given with its quotes, is read as the same string without them. */
  private static boolean isPlain(String json) {
    String text = json.substring(1, json.length() - 1);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '=' || c == '\\') {
        return false;
      }
    }
    return !text.isEmpty() && !LITERALS.contains(text) && !isNumber(text);
  }

  private static boolean isNumber(String text) {
    char first = text.charAt(0);
    if (first != '-' && (first < '0' || first > '9')) {
      return false;
    }
    try {
      BigDecimal unused = new BigDecimal(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
