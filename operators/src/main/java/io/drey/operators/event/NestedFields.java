// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Changes the fields that paths with dots read: nested ones, or those of that name. */
final class NestedFields {
  private NestedFields() {}

  /** Replaces the value that the path reads, or appends a field of that name. */
  static Event with(Event event, FieldPath path, byte[] value) {
    JsonValue nested = event.value(path.names());
    if (nested == null) {
      return Splice.with(event, path.literal(), value);
    }
    byte[] json = event.json();
    int shift = value.length - (nested.to() - nested.from());
    byte[] joined = new byte[json.length + shift];
    System.arraycopy(json, 0, joined, 0, nested.from());
    System.arraycopy(value, 0, joined, nested.from(), value.length);
    System.arraycopy(json, nested.to(), joined, nested.to() + shift, json.length - nested.to());
    Members members = event.members();
    int around = members.find(json, path.names()[0]);
    return Event.scanned(joined, members.stretched(around, shift));
  }

  static Event without(Event event, List<FieldPath> paths) {
    Event rest = Splice.without(event, literals(paths));
    for (FieldPath path : paths) {
      if (path.isDotted() && rest.value(path.names()) != null) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(rest.length());
        copy(rest.json(), 0, path.names(), 0, json);
        rest = Event.trusted(json.toByteArray());
      }
    }
    return rest;
  }

  private static FieldName[] literals(List<FieldPath> paths) {
    return paths.stream().map(FieldPath::literal).toArray(FieldName[]::new);
  }

  /** Copies the object at an offset without the field, also where members occur several times. */
  private static void copy(
      byte[] json, int object, FieldName[] path, int depth, ByteArrayOutputStream out) {
    Members members = MemberSearch.of(json, object);
    int separator = '{';
    for (int i = 0; i < members.count(); i++) {
      boolean named = members.isNamed(i, json, path[depth]);
      boolean isLast = depth == path.length - 1;
      int name = members.nameStart(i) - 1;
      int value = members.valueStart(i);
      if (named && isLast) {
        continue;
      }
      out.write(separator);
      separator = ',';
      if (named && json[value] == '{') {
        out.write(json, name, value - name);
        copy(json, value, path, depth + 1, out);
      } else {
        out.write(json, name, members.valueEnd(i) - name);
      }
    }
    if (separator == '{') {
      out.write('{');
    }
    out.write('}');
  }
}
