// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.internal.json.JsonStrings;
import java.util.Arrays;
import java.util.List;

/**
 * Writes an event from its fields, in the order in which they are put. A name that is put twice
 * occurs twice: the last counts. Not thread-safe; one writer makes one event.
 */
public final class EventWriter {
  private byte[] json;
  private int length;

  /** A writer with room for an event of about that many bytes. */
  public EventWriter(int size) {
    json = new byte[Math.max(16, size)];
    append('{');
  }

  public EventWriter put(String name, String text) {
    return putJson(name, JsonStrings.quoted(text));
  }

  public EventWriter put(String name, long number) {
    return putJson(name, Long.toString(number).getBytes(ISO_8859_1));
  }

  public EventWriter put(String name, boolean value) {
    return putJson(name, Boolean.toString(value).getBytes(ISO_8859_1));
  }

  /** Puts a value with its original formatting. */
  public EventWriter put(String name, JsonValue value) {
    name(name);
    append(value.json(), value.from(), value.to());
    return this;
  }

  public EventWriter put(String name, Event event) {
    return putJson(name, event.json());
  }

  /** Puts an array of events. */
  public EventWriter put(String name, List<Event> events) {
    name(name);
    append('[');
    for (int i = 0; i < events.size(); i++) {
      if (i > 0) {
        append(',');
      }
      append(events.get(i).json());
    }
    append(']');
    return this;
  }

  /** Puts an array of texts. */
  public EventWriter putTexts(String name, List<String> texts) {
    name(name);
    append('[');
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        append(',');
      }
      append(JsonStrings.quoted(texts.get(i)));
    }
    append(']');
    return this;
  }

  /**
   * Puts a value given as JSON.
   *
   * @param value one valid JSON value in UTF-8; not checked
   */
  public EventWriter putJson(String name, byte[] value) {
    name(name);
    append(value);
    return this;
  }

  /** Puts all fields of an event, with their formatting. */
  public EventWriter putAll(Event event) {
    List<String> names = event.names();
    for (int i = 0; i < names.size(); i++) {
      put(names.get(i), event.valueAt(i));
    }
    return this;
  }

  /** Puts a value given as JSON text, not checked. */
  public EventWriter putJson(String name, String value) {
    return putJson(name, value.getBytes(UTF_8));
  }

  /** The event; nothing can be put after it. */
  public Event event() {
    append('}');
    return Event.trusted(json.length == length ? json : Arrays.copyOf(json, length));
  }

  private void name(String name) {
    if (length > 1) {
      append(',');
    }
    append(JsonStrings.quoted(name));
    append(':');
  }

  private void append(char character) {
    reserve(1);
    json[length++] = (byte) character;
  }

  private void append(byte[] bytes) {
    append(bytes, 0, bytes.length);
  }

  private void append(byte[] bytes, int from, int to) {
    reserve(to - from);
    System.arraycopy(bytes, from, json, length, to - from);
    length += to - from;
  }

  private void reserve(int more) {
    if (json.length - length < more) {
      json = Arrays.copyOf(json, Math.max(json.length * 2, length + more));
    }
  }
}
