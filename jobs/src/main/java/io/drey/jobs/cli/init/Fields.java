// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import io.drey.operators.event.Event;
import io.drey.operators.event.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields that events have, also those of objects in them. */
final class Fields {
  private static final int DEEPEST = 3;
  private static final int MOST = 200;

  private final Map<String, FieldValues> all = new LinkedHashMap<>();
  private int events;

  static Fields of(List<Event> events) {
    Fields fields = new Fields();
    for (Event event : events) {
      fields.events++;
      fields.add("", event, 1);
    }
    return fields;
  }

  private void add(String prefix, Event object, int depth) {
    List<String> names = object.names();
    for (int i = 0; i < names.size(); i++) {
      String name = prefix + names.get(i);
      JsonValue value = object.valueAt(i);
      Event inner = depth < DEEPEST ? value.object() : null;
      if (inner != null) {
        add(name + ".", inner, depth + 1);
      } else if (isName(name) && (all.containsKey(name) || all.size() < MOST)) {
        all.computeIfAbsent(name, FieldValues::new).add(value);
      }
    }
  }

  /** Whether a pipeline file can name the field. */
  private static boolean isName(String name) {
    for (String part : name.split("\\.", -1)) {
      if (part.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  List<FieldValues> all() {
    return new ArrayList<>(all.values());
  }

  /** Those that every event has. */
  List<FieldValues> inEach() {
    return all.values().stream().filter(field -> field.count() == events).toList();
  }

  int events() {
    return events;
  }
}
