// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldName;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A view of a JSON object: a field is converted when it is read. */
public final class JsonObject extends AbstractMap<String, @Nullable Object> {
  private final Event event;

  public JsonObject(Event event) {
    this.event = event;
  }

  Event event() {
    return event;
  }

  /** The value for expressions; an absent field is null. */
  public static @Nullable Object convert(@Nullable JsonValue value) {
    if (value == null) {
      return null;
    }
    return switch (value.kind()) {
      case STRING -> value.text();
      case NUMBER -> Numbers.of(value);
      case BOOLEAN -> value.isTrue();
      case NULL -> null;
      case OBJECT -> convert(value.object());
      case ARRAY -> new JsonArray(value);
    };
  }

  private static @Nullable Object convert(@Nullable Event object) {
    return object == null ? null : new JsonObject(object);
  }

  public @Nullable Object field(FieldName name) {
    return convert(event.value(name));
  }

  /** The value of the field that a path reads. */
  public @Nullable Object field(FieldPath path) {
    return convert(event.value(path));
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return name instanceof String text ? field(new FieldName(text)) : null;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return name instanceof String text && event.value(new FieldName(text)) != null;
  }

  /** In the order of first occurrence. */
  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    List<String> names = event.names();
    for (int i = 0; i < names.size(); i++) {
      fields.put(names.get(i), convert(event.valueAt(i)));
    }
    return fields.entrySet();
  }
}
