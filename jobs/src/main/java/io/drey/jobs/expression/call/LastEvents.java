// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.value.Branch;
import io.drey.jobs.expression.value.JsonObject;
import io.drey.jobs.expression.value.ScriptList;
import io.drey.operators.event.Event;
import io.drey.operators.script.Scope;
import java.util.List;

/** The last events of a key as one run of a script sees them; each is read from state once. */
final class LastEvents {
  private final Scope<String, Event> scope;
  private List<String> read = List.of();
  private int asked;

  LastEvents(Scope<String, Event> scope) {
    this.scope = scope;
  }

  /** Newest first; a script may change them for itself. */
  ScriptList newest(int number) {
    if (number > asked) {
      read = scope.lastEvents(number);
      asked = number;
    }
    ScriptList events = new ScriptList(Branch.large());
    for (String text : read.subList(0, Math.min(number, read.size()))) {
      events.add(new JsonObject(Event.of(text)));
    }
    return events;
  }
}
