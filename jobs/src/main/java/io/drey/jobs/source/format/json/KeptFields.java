// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldName;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of enclosing objects that a record keeps, of several that of the innermost. What is no
 * field may be an attribute as OpenTelemetry writes them: an object with {@code key} and {@code
 * value} in an array {@code attributes}, which may be that of {@code resource} or {@code scope}.
 */
final class KeptFields {
  private static final List<String> WITH_ATTRIBUTES = List.of("attributes", "resource", "scope");
  private static final List<FieldPath> ATTRIBUTES =
      List.of(
          FieldPath.of("attributes"),
          FieldPath.of("resource.attributes"),
          FieldPath.of("scope.attributes"));
  private static final FieldPath KEY = FieldPath.of("key");
  private static final FieldPath VALUE = FieldPath.of("value");

  private final List<FieldPath> paths;
  private Map<FieldPath, byte[]> values = Map.of();

  KeptFields(List<FieldPath> paths) {
    this.paths = paths;
  }

  /** Whether a member of that name may hold one of the fields. */
  boolean mayBeIn(String name) {
    return !paths.isEmpty() && (isOf(name) || WITH_ATTRIBUTES.contains(name));
  }

  /** Whether one of the fields is, or is in, a member of that name. */
  boolean isOf(String name) {
    return paths.stream()
        .anyMatch(path -> path.text().equals(name) || path.text().startsWith(name + "."));
  }

  /** Takes the fields from the enclosing objects, outermost first. */
  void take(List<Event> enclosing) {
    values = new LinkedHashMap<>();
    for (Event object : enclosing) {
      for (FieldPath path : paths) {
        JsonValue field = object.value(path);
        byte[] value = field == null ? attribute(object, path.text()) : field.bytes();
        if (value != null) {
          values.put(path, value);
        }
      }
    }
  }

  /** The event with the fields taken, each under its dotted name. */
  Event addTo(Event event) {
    Event whole = event;
    for (Map.Entry<FieldPath, byte[]> field : values.entrySet()) {
      whole = whole.withJson(new FieldName(field.getKey().text()), field.getValue());
    }
    return whole;
  }

  private static byte @Nullable [] attribute(Event object, String key) {
    for (FieldPath path : ATTRIBUTES) {
      JsonValue list = object.value(path);
      List<JsonValue> attributes = list == null ? null : list.elements();
      if (attributes != null) {
        for (JsonValue attribute : attributes) {
          Event pair = attribute.object();
          if (pair != null && key.equals(pair.text(KEY))) {
            return value(pair.value(VALUE));
          }
        }
      }
    }
    return null;
  }

  /** The value in {@code {"stringValue": "x"}}; 64-bit integers are written as strings. */
  private static byte @Nullable [] value(@Nullable JsonValue any) {
    Event typed = any == null ? null : any.object();
    if (typed == null || typed.names().isEmpty()) {
      return any == null ? null : any.bytes();
    }
    JsonValue value = typed.valueAt(0);
    boolean isInteger = typed.names().get(0).equals("intValue");
    return isInteger ? value.text().getBytes(UTF_8) : value.bytes();
  }
}
