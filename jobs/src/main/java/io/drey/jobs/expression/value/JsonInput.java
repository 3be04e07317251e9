// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.event.Event;
import io.drey.operators.event.JsonValue;
import io.drey.operators.event.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** Reads a JSON value from a text. */
public final class JsonInput {
  private JsonInput() {}

  /** The value for expressions; null if the text is not one JSON value. */
  public static @Nullable Object parse(String json) {
    return JsonObject.convert(value(json));
  }

  /** The number that a text is in JSON, without space around it; null if it is none. */
  public static @Nullable Object number(String text) {
    JsonValue value = value(text);
    return value != null && value.kind() == JsonValue.Kind.NUMBER && value.length() == text.length()
        ? JsonObject.convert(value)
        : null;
  }

  /** The value as written; null if the text is not one JSON value. */
  static @Nullable JsonValue value(String json) {
    if (!isEncodable(json)) {
      return null;
    }
    byte[] object = ("{\"v\":" + json + "}").getBytes(UTF_8);
    try {
      Event event = Event.parse(object, 0, object.length);
      // A second name means that the text was a value, a comma and a field.
      return event.names().size() == 1 ? event.valueAt(0) : null;
    } catch (MalformedJsonException e) {
      return null;
    }
  }

  /** Whether the text can be encoded in UTF-8: unpaired surrogates cannot. */
  public static boolean isEncodable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return UTF_8.newEncoder().canEncode(text);
      }
    }
    return true;
  }
}
