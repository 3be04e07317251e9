// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.internal.json.JsonStrings;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object, stored as its original UTF-8 bytes. Fields are located by a scan on first
 * access; {@link #with} and {@link #without} splice, so that the number formatting, field order,
 * unknown and duplicate fields of untouched parts are preserved byte for byte. Of duplicate fields
 * the last counts.
 *
 * <p>Immutable: safe to share, to store in heap state and to forward under object reuse.
 */
@TypeInfo(EventTypeInfo.Factory.class)
public sealed class Event permits TracedEvent {
  private final byte[] json;
  private @Nullable Members members;
  private final @Nullable EventKey key;

  private Event(byte[] json, @Nullable Members members, @Nullable EventKey key) {
    this.json = json;
    this.members = members;
    this.key = key;
  }

  /** A copy, which carries nothing but the key. */
  Event(Event event) {
    this(event.json, event.members, event.key);
  }

  /**
   * Reads an object from {@code buffer[from, to)}, which is copied without surrounding white space.
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

  /** Wraps bytes that are known to be one valid object, without copying them. */
  static Event trusted(byte[] json) {
    return new Event(json, null, null);
  }

  static Event scanned(byte[] json, Members members) {
    return new Event(json, members, null);
  }

  static Event keyed(byte[] json, @Nullable EventKey key) {
    return new Event(json, null, key);
  }

  /**
   * The value of a field, or null if it is absent. A JSON null is a value. A path with dots leads
   * into nested objects; where that ends nowhere, it is the name of a field.
   */
  public @Nullable JsonValue value(FieldPath path) {
    JsonValue nested = value(path.names());
    return nested == null && path.isDotted() ? member(path.literal()) : nested;
  }

  /** The value at a path into nested objects; see {@link #value(FieldPath)}. */
  public @Nullable JsonValue value(FieldName... names) {
    Members inside = members();
    for (int i = 0; ; i++) {
      int member = inside.find(json, names[i]);
      if (member < 0) {
        return null;
      }
      int from = inside.valueStart(member);
      if (i == names.length - 1) {
        return new JsonValue(json, from, inside.valueEnd(member));
      }
      if (json[from] != '{') {
        return null;
      }
      inside = MemberSearch.of(json, from);
    }
  }

  /** The value of the field with exactly this name, dots included, or null if it is absent. */
  public @Nullable JsonValue member(FieldName name) {
    int member = members().find(json, name);
    return member < 0 ? null : valueAt(member);
  }

  /** A field's content as text; null if it is absent or null. */
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
    return List.of(names);
  }

  /** The value for the name at that index of {@link #names}. */
  public JsonValue valueAt(int index) {
    Members all = members();
    return new JsonValue(json, all.valueStart(index), all.valueEnd(index));
  }

  /** The event with a field appended, or replaced in place. */
  public Event with(String name, String text) {
    return withJson(name, JsonStrings.quoted(text));
  }

  /** The event with a number field; see {@link #with(String, String)}. */
  public Event with(String name, long number) {
    return withJson(name, Long.toString(number).getBytes(ISO_8859_1));
  }

  /** The event with a boolean field; see {@link #with(String, String)}. */
  public Event with(String name, boolean value) {
    return withJson(name, Boolean.toString(value).getBytes(ISO_8859_1));
  }

  /** The event with a value of another event as a field, with its formatting. */
  public Event with(String name, JsonValue value) {
    return withJson(name, value.bytes());
  }

  /**
   * The event with a field whose value is given as JSON. Of duplicate fields of that name the one
   * that counts is replaced, and the others are removed.
   *
   * @param value one valid JSON value in UTF-8, without surrounding white space; not checked
   */
  public Event withJson(String name, byte[] value) {
    return withJson(new FieldName(name), value);
  }

  /** The same with a prepared name; see {@link #withJson(String, byte[])}. */
  public Event withJson(FieldName name, byte[] value) {
    return Splice.with(this, name, value);
  }

  /** The event with a text as the field that the path reads, or else as one of that name. */
  public Event with(FieldPath field, String text) {
    return withJson(field, JsonStrings.quoted(text));
  }

  /** The event with a number field; see {@link #with(FieldPath, String)}. */
  public Event with(FieldPath field, long number) {
    return withJson(field, Long.toString(number).getBytes(ISO_8859_1));
  }

  /** The event with a boolean field; see {@link #with(FieldPath, String)}. */
  public Event with(FieldPath field, boolean value) {
    return withJson(field, Boolean.toString(value).getBytes(ISO_8859_1));
  }

  /** The event with a value given as JSON, not checked; see {@link #with(FieldPath, String)}. */
  public Event withJson(FieldPath field, byte[] value) {
    return field.isDotted()
        ? NestedFields.with(this, field, value)
        : Splice.with(this, field.literal(), value);
  }

  /** The event without these fields, nested ones and those of that name; itself if it has none. */
  public Event without(List<FieldPath> fields) {
    return NestedFields.without(this, fields);
  }

  /** The event without the top-level fields of these names; itself if it has none of them. */
  public Event without(String... names) {
    return Splice.without(this, Arrays.stream(names).map(FieldName::new).toArray(FieldName[]::new));
  }

  /** An event made of this one, from bytes that are known to be one valid object. */
  Event changed(byte[] changed) {
    return trusted(changed);
  }

  /** Where it is from; null unless it carries that. */
  public @Nullable Origin origin() {
    return null;
  }

  /**
   * The event carrying where it is from, on the wire too, or no longer. What {@link #withKey} and
   * {@link #bare} return does not carry it.
   */
  public Event withOrigin(@Nullable Origin origin) {
    return origin == null ? untraced() : new TracedEvent(this, origin);
  }

  /** The event without its origin; itself if it carries none. */
  public Event untraced() {
    return this;
  }

  /** The event carrying its key on the wire; see {@link KeyPaths}. */
  public Event withKey(String canonical) {
    return withKey(EventKey.apart(canonical));
  }

  Event withKey(EventKey carried) {
    return new Event(json, members, carried);
  }

  /** The key given by {@link #withKey}, in canonical JSON text. */
  public String key() {
    if (key == null) {
      throw new IllegalStateException("Event has no key: " + this);
    }
    return key.text();
  }

  /** The event for state: its bytes without a key. */
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

  /** Writes it as {@link EventSerializer} says. */
  void write(DataOutputView target, boolean withKey) throws IOException {
    target.writeInt(json.length);
    writeRest(target, withKey);
  }

  final void writeRest(DataOutputView target, boolean withKey) throws IOException {
    target.write(json);
    if (withKey) {
      WireKey.write(key, target);
    }
  }

  byte[] json() {
    return json;
  }

  Members members() {
    Members found = members;
    if (found == null) {
      found = MemberSearch.of(json, 0);
      members = found;
    }
    return found;
  }

  /** Equal if the bytes are equal. */
  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Event event && Arrays.equals(json, event.json);
  }

  @Override
  public final int hashCode() {
    return Arrays.hashCode(json);
  }

  @Override
  public String toString() {
    return new String(json, UTF_8);
  }
}
