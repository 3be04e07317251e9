// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

import io.drey.operators.event.JsonValue;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A view of a JSON array: an element is converted when it is read. */
final class JsonArray extends AbstractList<@Nullable Object> {
  private final JsonValue value;
  private @Nullable List<JsonValue> elements;

  JsonArray(JsonValue value) {
    this.value = value;
  }

  JsonValue value() {
    return value;
  }

  private List<JsonValue> elements() {
    List<JsonValue> found = elements;
    if (found == null) {
      found = Objects.requireNonNull(value.elements(), "elements");
      elements = found;
    }
    return found;
  }

  @Override
  public @Nullable Object get(int index) {
    return JsonObject.convert(elements().get(index));
  }

  @Override
  public int size() {
    return elements().size();
  }
}
