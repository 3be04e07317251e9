// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import io.drey.operators.internal.json.CanonicalNumber;
import java.util.Map;
import java.util.TreeMap;

/**
 * The canonical JSON text of a whole event: two events have the same if they have the same fields
 * with the same values, whatever the order, the white space and the notation of texts and numbers.
 * Of duplicate fields the last counts.
 */
public final class CanonicalEvent {
  private CanonicalEvent() {}

  /** The text of an event. */
  public static String of(Event event) {
    StringBuilder out = new StringBuilder(event.length());
    write(event.json(), event.members(), out);
    return out.toString();
  }

  private static void write(byte[] json, Members members, StringBuilder out) {
    Map<String, Integer> byName = new TreeMap<>();
    for (int i = 0; i < members.count(); i++) {
      byName.put(members.name(i, json), i);
    }
    String separator = "{";
    for (Map.Entry<String, Integer> member : byName.entrySet()) {
      JsonText.quote(member.getKey(), out.append(separator));
      out.append(':');
      int i = member.getValue();
      write(new JsonValue(json, members.valueStart(i), members.valueEnd(i)), out);
      separator = ",";
    }
    out.append(byName.isEmpty() ? "{}" : "}");
  }

  private static void write(JsonValue value, StringBuilder out) {
    switch (value.kind()) {
      case OBJECT -> write(value.json(), MemberSearch.of(value.json(), value.from()), out);
      case ARRAY -> writeArray(value, out);
      case STRING -> JsonText.quote(value.text(), out);
      case NUMBER -> out.append(CanonicalNumber.of(value.json(), value.from(), value.to()));
      case BOOLEAN, NULL -> out.append(value.raw());
    }
  }

  private static void writeArray(JsonValue array, StringBuilder out) {
    String separator = "[";
    for (JsonValue element : JsonElements.of(array.json(), array.from())) {
      write(element, out.append(separator));
      separator = ",";
    }
    out.append(separator.equals("[") ? "[]" : "]");
  }
}
