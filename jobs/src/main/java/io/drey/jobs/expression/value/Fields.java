// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldName;
import io.drey.operators.event.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of unchanged JSON: found by scanning its bytes, or by an index if that pays off. */
final class Fields {
  private static final int MANY_FIELDS = 16;
  private static final int MANY_SEARCHES = 8;

  private final Event event;
  private int searches;
  private @Nullable Map<String, JsonValue> index;

  Fields(Event event) {
    this.event = event;
  }

  Event event() {
    return event;
  }

  @Nullable JsonValue find(FieldName name) {
    if (index == null && ++searches == MANY_SEARCHES) {
      index = index();
    }
    return index == null ? event.value(name) : index.get(name.text());
  }

  boolean has(String name) {
    return find(new FieldName(name)) != null;
  }

  /** Null if there are few fields. */
  private @Nullable Map<String, JsonValue> index() {
    List<String> names = event.names();
    if (names.size() < MANY_FIELDS) {
      return null;
    }
    Map<String, JsonValue> all = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      all.put(names.get(i), event.valueAt(i));
    }
    return all;
  }

  /** Each name once, in the order of first occurrence. */
  Set<String> names() {
    return new LinkedHashSet<>(event.names());
  }
}
