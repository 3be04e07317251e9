// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.internal.json.CanonicalNumber;
import io.drey.operators.internal.json.JsonStrings;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields that make up an event's key. The canonical text of the key is the JSON of the value,
 * or of the array of values if there are several; {@code 1} and {@code 1.0} are the same key,
 * {@code 1} and {@code "1"} are not.
 *
 * @param fields if empty, all events share one key
 */
public record KeyPaths(List<FieldPath> fields) implements Serializable {
  /** The key text if all events share one key. */
  private static final String ALL = "[]";

  private static final int LONGEST_PLAIN_INTEGER = 18;

  /** The key of all events. */
  public static final KeyPaths NONE = new KeyPaths(List.of());

  public KeyPaths {
    fields = List.copyOf(fields);
  }

  public static KeyPaths of(String... fields) {
    return new KeyPaths(Arrays.stream(fields).map(FieldPath::of).toList());
  }

  /** Whether events with the same key have the same key by these other fields, too. */
  public boolean includes(KeyPaths other) {
    return fields.containsAll(other.fields);
  }

  /** Whether a key is the one that all events share. */
  public static boolean isOfAll(String key) {
    return key.equals(ALL);
  }

  /** The canonical key text, or null if a field is missing or not a string, number or boolean. */
  public @Nullable String read(Event event) {
    return fields.size() == 1 ? canonical(event.value(fields.get(0))) : composite(event);
  }

  /** The event carrying the key that {@link #read} returns; null if that is null. */
  public @Nullable Event keyed(Event event) {
    JsonValue value = fields.size() == 1 ? event.value(fields.get(0)) : null;
    if (value != null && isCanonical(value)) {
      return event.withKey(new EventKey(value.raw(), value.from(), value.to()));
    }
    String key = read(event);
    return key == null ? null : event.withKey(key);
  }

  private @Nullable String composite(Event event) {
    if (fields.isEmpty()) {
      return ALL;
    }
    StringBuilder key = new StringBuilder(64).append('[');
    for (FieldPath field : fields) {
      String part = canonical(event.value(field));
      if (part == null) {
        return null;
      }
      key.append(part).append(',');
    }
    key.setCharAt(key.length() - 1, ']');
    return key.toString();
  }

  /**
   * Puts the values of a key into an event, each under the path of its field.
   *
   * @param key the result of {@link #read}
   */
  public EventWriter putInto(EventWriter event, String key) {
    if (fields.size() == 1) {
      return event.putJson(fields.get(0).text(), key);
    }
    List<JsonValue> values = JsonElements.of(key.getBytes(UTF_8), 0);
    for (int i = 0; i < fields.size(); i++) {
      event.put(fields.get(i).text(), values.get(i));
    }
    return event;
  }

  /**
   * The key for people: the content of a string, the JSON of anything else.
   *
   * @param key the result of {@link #read}
   */
  public static String plain(String key) {
    if (key.charAt(0) != '"') {
      return key;
    }
    byte[] json = key.getBytes(UTF_8);
    return new JsonValue(json, 0, json.length).text();
  }

  /** The first field that {@link #read} cannot take a key from, for messages. */
  public FieldPath missing(Event event) {
    return fields.stream()
        .filter(field -> canonical(event.value(field)) == null)
        .findFirst()
        .orElseThrow();
  }

  static @Nullable String canonical(@Nullable JsonValue value) {
    if (value == null) {
      return null;
    }
    if (isCanonical(value)) {
      return value.raw();
    }
    return switch (value.kind()) {
      case STRING -> new String(JsonStrings.quoted(value.text()), UTF_8);
      case NUMBER -> CanonicalNumber.of(value.json(), value.from(), value.to());
      case BOOLEAN, NULL, OBJECT, ARRAY -> null;
    };
  }

  /** Whether a value is a canonical key as it is written. */
  private static boolean isCanonical(JsonValue value) {
    return switch (value.kind()) {
      case STRING -> !value.isEscaped();
      case NUMBER -> isPlainInteger(value.json(), value.from(), value.to());
      case BOOLEAN -> true;
      case NULL, OBJECT, ARRAY -> false;
    };
  }

  private static boolean isPlainInteger(byte[] json, int from, int to) {
    if (to - from > LONGEST_PLAIN_INTEGER) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (json[i] < '0' || json[i] > '9') {
        return false;
      }
    }
    return true;
  }
}
