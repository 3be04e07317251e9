// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.statemachine;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import io.drey.operators.event.KnownTexts;
import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.statemachine.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the symbol of an event from a field. */
final class FieldSymbol implements Symbol<Event> {
  private static final long serialVersionUID = 1L;

  private final FieldPath field;
  private final ArrayList<String> known;
  private transient @Nullable KnownTexts texts;

  FieldSymbol(FieldPath field, List<String> known) {
    this.field = field;
    this.known = new ArrayList<>(known);
  }

  @Override
  public String of(Event event) {
    JsonValue value = event.value(field);
    if (value == null || value.kind() == JsonValue.Kind.NULL) {
      throw new InvalidEventException("Missing symbol '" + field + "'");
    }
    KnownTexts ready = texts;
    if (ready == null) {
      ready = new KnownTexts(known);
      texts = ready;
    }
    return ready.text(value);
  }
}
