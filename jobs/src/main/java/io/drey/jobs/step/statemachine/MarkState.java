// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.statemachine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldName;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonText;
import io.drey.operators.statemachine.StateMachineDefinition;
import io.drey.operators.statemachine.StateMarker;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds the state to an event, and to a violation the symbols that were expected. */
final class MarkState implements StateMarker<Event, Event> {
  private static final long serialVersionUID = 1L;

  static final String EXPECTED = "expected";

  private static final FieldName EXPECTED_FIELD = new FieldName(EXPECTED);

  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};

  private final FieldPath stateField;
  private final FieldPath errorField;
  private final HashMap<String, byte[]> states = new HashMap<>();

  MarkState(FieldPath stateField, FieldPath errorField, StateMachineDefinition definition) {
    this.stateField = stateField;
    this.errorField = errorField;
    definition.states().forEach(state -> states.put(state, quoted(state).getBytes(UTF_8)));
  }

  @Override
  public Event mark(Event event, String from, String to, @Nullable List<String> expected) {
    Event marked = event.withJson(stateField, Objects.requireNonNull(states.get(to)));
    return expected == null
        ? marked
        : marked.withJson(errorField, TRUE).withJson(EXPECTED_FIELD, array(expected));
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder();
    JsonText.quote(text, json);
    return json.toString();
  }

  private static byte[] array(List<String> texts) {
    return texts.stream()
        .map(MarkState::quoted)
        .collect(Collectors.joining(",", "[", "]"))
        .getBytes(UTF_8);
  }
}
