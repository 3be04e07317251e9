package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object, kept as the UTF-8 bytes it was written in. Fields are found by a scan when first
 * asked for; {@link #with} and {@link #without} splice, so that number formatting, field order,
 * unknown and duplicate fields of what is not touched stay byte for byte. Of duplicate fields the
 * last counts.
 *
 * <p>Immutable: safe to share, to keep in heap state and to pass on under object reuse.
 */
public final class Event {
  private final byte[] json;
  private @Nullable Members members;
  private @Nullable String key;

  private Event(byte[] json, @Nullable Members members, @Nullable String key) {
    this.json = json;
    this.members = members;
    this.key = key;
  }

  /**
   * Reads an object from {@code buffer[from, to)}, which is copied; white space around it is left
   * out.
   *
   * @throws MalformedJsonException if it is not one valid object
   */
  public static Event parse(byte[] buffer, int from, int to) throws MalformedJsonException {
    return new EventReader().read(buffer, from, to);
  }

  /**
   * Reads an object from text.
   *
   * @throws IllegalArgumentException if it is not one valid object
   */
  public static Event of(String json) {
    byte[] bytes = json.getBytes(UTF_8);
    try {
      return parse(bytes, 0, bytes.length);
    } catch (MalformedJsonException e) {
      throw new IllegalArgumentException("Invalid event: " + e.getMessage(), e);
    }
  }

  /** Bytes that are known to be one valid object, not copied. */
  static Event trusted(byte[] json) {
    return new Event(json, null, null);
  }

  static Event scanned(byte[] json, Members members) {
    return new Event(json, members, null);
  }

  /** The value of a field, or null where it is absent. A JSON null is a value. */
  public @Nullable JsonValue value(FieldPath path) {
    FieldName[] names = path.names();
    Event object = this;
    for (int i = 0; ; i++) {
      int member = object.members().find(object.json, names[i]);
      if (member < 0) {
        return null;
      }
      JsonValue value = object.valueOf(member);
      if (i == names.length - 1) {
        return value;
      }
      object = value.object();
      if (object == null) {
        return null;
      }
    }
  }

  /** A field's content as text; null where it is absent or null. */
  public @Nullable String text(FieldPath path) {
    JsonValue value = value(path);
    return value == null || value.kind() == JsonValue.Kind.NULL ? null : value.text();
  }

  /** The names of the fields, in order, duplicates as often as they occur. */
  public List<String> names() {
    Members found = members();
    String[] names = new String[found.count()];
    for (int i = 0; i < names.length; i++) {
      names[i] = found.name(i, json);
    }
    return Arrays.asList(names);
  }

  /** The event with a field added at its end, or replaced where it stands. */
  public Event with(String name, String text) {
    StringBuilder value = new StringBuilder(text.length() + 2);
    JsonStrings.encode(text, value);
    return withJson(name, value.toString().getBytes(UTF_8));
  }

  /** The event with a number field; see {@link #with(String, String)}. */
  public Event with(String name, long number) {
    return withJson(name, Long.toString(number).getBytes(UTF_8));
  }

  /** The event with a boolean field; see {@link #with(String, String)}. */
  public Event with(String name, boolean value) {
    return withJson(name, Boolean.toString(value).getBytes(UTF_8));
  }

  /** The event with another's value as a field, as written there. */
  public Event with(String name, JsonValue value) {
    return withJson(name, value.bytes());
  }

  /**
   * The event with a field whose value is given as JSON.
   *
   * @param value one valid JSON value in UTF-8; not checked
   */
  public Event withJson(String name, byte[] value) {
    return trusted(Splice.with(json, members(), new FieldName(name), value));
  }

  /** The event without the top-level fields of these names. */
  public Event without(String... names) {
    return trusted(Splice.without(json, members(), names));
  }

  /** The event carrying its key on the wire; see {@link KeyPaths}. */
  public Event withKey(String canonical) {
    return new Event(json, members, canonical);
  }

  /** The key given by {@link #withKey}, in canonical JSON text. */
  public String key() {
    if (key == null) {
      throw new IllegalStateException("Event has no key: " + this);
    }
    return key;
  }

  boolean hasKey() {
    return key != null;
  }

  /** The event as it goes into state: its bytes and nothing else. */
  public Event bare() {
    return members == null && key == null ? this : trusted(json);
  }

  /** The size of its JSON in bytes. */
  public int length() {
    return json.length;
  }

  public void writeTo(OutputStream out) throws IOException {
    out.write(json);
  }

  byte[] json() {
    return json;
  }

  Members members() {
    Members found = members;
    if (found == null) {
      found = EventReader.membersOf(json);
      members = found;
    }
    return found;
  }

  private JsonValue valueOf(int member) {
    return new JsonValue(json, members().valueStart(member), members().valueEnd(member));
  }

  /** Equal if written alike, byte for byte. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Event event && Arrays.equals(json, event.json);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(json);
  }

  @Override
  public String toString() {
    return new String(json, UTF_8);
  }
}
