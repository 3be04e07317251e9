// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.ratelimit;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import io.drey.operators.event.KnownTexts;
import io.drey.operators.ratelimit.EventLimit;
import io.drey.operators.rule.InvalidEventException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The limit of the class that a field names. */
final class ClassLimit implements EventLimit<Event> {
  private static final long serialVersionUID = 1L;

  private final FieldPath field;
  private final TreeMap<String, Long> limits;
  private final @Nullable Long ofOthers;
  private transient @Nullable KnownTexts texts;

  ClassLimit(FieldPath field, Map<String, Long> limits) {
    this.field = field;
    this.limits = new TreeMap<>(limits);
    this.ofOthers = this.limits.remove(ClassesOption.OTHER);
  }

  @Override
  public long of(Event event) {
    JsonValue value = event.value(field);
    boolean hasClass = value != null && value.kind() != JsonValue.Kind.NULL;
    String name = value != null && hasClass ? texts().text(value) : null;
    Long own = name == null ? null : limits.get(name);
    Long limit = own == null ? ofOthers : own;
    if (limit == null) {
      throw new InvalidEventException(
          name == null
              ? "Missing class '" + field + "'"
              : "Unknown class: '"
                  + name
                  + "' (known: "
                  + String.join(", ", limits.keySet())
                  + ")");
    }
    return limit;
  }

  private KnownTexts texts() {
    KnownTexts ready = texts;
    if (ready == null) {
      ready = new KnownTexts(limits.keySet());
      texts = ready;
    }
    return ready;
  }
}
