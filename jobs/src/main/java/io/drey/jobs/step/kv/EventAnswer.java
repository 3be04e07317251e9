// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.kv;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventWriter;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonText;
import io.drey.operators.event.JsonValue;
import io.drey.operators.kv.KvResults;
import io.drey.operators.kv.command.Answer;
import io.drey.operators.kv.command.KeyedValue;
import io.drey.operators.kv.command.Operation;
import io.drey.operators.kv.command.Refusal;
import io.drey.operators.kv.update.OpError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the answer to a command as an event: the command's fields and its result. */
public record EventAnswer() implements KvResults.ToAnswer<Event, Event> {
  private static final int SIZE = 128;
  private static final String NULL = "null";

  @Override
  public Event of(Event command, Answer answer) {
    EventWriter event = new EventWriter(command.length() + SIZE);
    JsonValue op = command.value(CommandFields.OP);
    if (op == null) {
      event.putJson("op", NULL);
    } else {
      event.put("op", op);
    }
    echo(command, CommandFields.SCOPE, event);
    echo(command, CommandFields.ENTRY_KEY, event);
    echo(command, CommandFields.ID, event);
    event.put("ok", answer.ok());
    Operation operation = new CommandFields(command).operation();
    if (answer.refusal() != null || operation == null) {
      return refused(answer.refusal(), event);
    }
    result(operation, answer, event);
    return event.event();
  }

  private static void echo(Event command, FieldPath field, EventWriter event) {
    JsonValue value = command.value(field);
    if (value != null) {
      event.put(field.text(), value);
    }
  }

  private static Event refused(@Nullable Refusal refusal, EventWriter event) {
    if (refusal != null) {
      event.put(
          "error",
          new EventWriter(SIZE)
              .put("code", refusal.code())
              .put("message", refusal.message())
              .event());
    }
    return event.event();
  }

  private static void result(Operation operation, Answer answer, EventWriter event) {
    switch (operation) {
      case SET -> values(answer, event);
      case GET -> put("value", answer.value(), event).put("found", answer.found());
      case DELETE -> put("old_value", answer.oldValue(), event);
      case UPDATE -> values(answer, event).put("errors", errors(answer.errors()));
      case LIST -> listed(answer, event);
      case LIST_GROUPS -> event.putTexts("groups", answer.groups());
      case CLEAR -> event.put("removed", answer.removed());
    }
  }

  private static EventWriter values(Answer answer, EventWriter event) {
    put("old_value", answer.oldValue(), event);
    return put("new_value", answer.newValue(), event);
  }

  private static void listed(Answer answer, EventWriter event) {
    event.putJson("entries", entries(answer.entries()));
    if (answer.next() != null) {
      event.put("next", answer.next());
    }
  }

  static EventWriter put(String name, @Nullable String json, EventWriter event) {
    return event.putJson(name, json == null ? NULL : json);
  }

  private static List<Event> errors(List<OpError> errors) {
    return errors.stream()
        .map(
            error ->
                new EventWriter(SIZE)
                    .put("op_index", error.opIndex())
                    .put("code", error.code())
                    .put("message", error.message())
                    .event())
        .toList();
  }

  private static String entries(List<KeyedValue> entries) {
    StringBuilder json = new StringBuilder(SIZE).append('[');
    for (KeyedValue entry : entries) {
      json.append(json.length() == 1 ? "{\"key\":" : ",{\"key\":");
      JsonText.quote(entry.key(), json);
      json.append(",\"value\":").append(entry.value()).append('}');
    }
    return json.append(']').toString();
  }
}
