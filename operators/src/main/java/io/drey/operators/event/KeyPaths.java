package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields whose values are an event's key. The key's canonical text is the JSON of the value, or
 * of the array of the values where there are several; {@code 1} and {@code 1.0} are the same key,
 * {@code 1} and {@code "1"} are not.
 *
 * @param fields at least one
 */
public record KeyPaths(List<FieldPath> fields) implements Serializable {
  private static final int LONGEST_PLAIN_INTEGER = 18;

  public KeyPaths {
    fields = List.copyOf(fields);
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("Invalid key: must name a field but was []");
    }
  }

  public static KeyPaths of(String... fields) {
    return new KeyPaths(Arrays.stream(fields).map(FieldPath::of).toList());
  }

  /** The canonical key text, or null where a field is missing or not a string, number, boolean. */
  public @Nullable String read(Event event) {
    if (fields.size() == 1) {
      return canonical(event.value(fields.get(0)));
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

  /** The first field that {@link #read} cannot take a key from, for messages. */
  public FieldPath missing(Event event) {
    return fields.stream()
        .filter(field -> canonical(event.value(field)) == null)
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable String canonical(@Nullable JsonValue value) {
    if (value == null) {
      return null;
    }
    return switch (value.kind()) {
      case STRING -> string(value);
      case NUMBER -> number(value);
      case BOOLEAN -> value.raw();
      case NULL, OBJECT, ARRAY -> null;
    };
  }

  private static String string(JsonValue value) {
    byte[] json = value.json();
    boolean ascii = true;
    for (int i = value.from() + 1; i < value.to() - 1; i++) {
      if (json[i] == '\\') {
        StringBuilder text = new StringBuilder();
        JsonStrings.encode(value.text(), text);
        return text.toString();
      }
      ascii &= json[i] >= 0;
    }
    return new String(json, value.from(), value.to() - value.from(), ascii ? ISO_8859_1 : UTF_8);
  }

  private static String number(JsonValue value) {
    return isPlainInteger(value)
        ? value.raw()
        : CanonicalNumber.of(value.json(), value.from(), value.to());
  }

  private static boolean isPlainInteger(JsonValue value) {
    for (int i = value.from() + 1; i < value.to(); i++) {
      if (value.json()[i] < '0' || value.json()[i] > '9') {
        return false;
      }
    }
    return value.to() - value.from() <= LONGEST_PLAIN_INTEGER && value.json()[value.from()] != '-';
  }
}
