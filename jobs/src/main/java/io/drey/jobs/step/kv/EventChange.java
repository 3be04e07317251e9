// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.kv;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventWriter;
import io.drey.operators.kv.KvResults;
import io.drey.operators.kv.command.Change;
import org.jspecify.annotations.Nullable;

/** Writes a change as an event. */
public record EventChange() implements KvResults.ToChange<Event> {
  private static final int SIZE = 160;

  @Override
  public Event of(Change change) {
    int size = SIZE + length(change.oldValue()) + length(change.newValue());
    EventWriter event =
        new EventWriter(size)
            .put("type", "state")
            .put("event_type", change.event().text())
            .put("scope", change.scope())
            .put("key", change.key());
    EventAnswer.put("old_value", change.oldValue(), event);
    EventAnswer.put("new_value", change.newValue(), event);
    event.put("ts", change.ts());
    Long expiresAt = change.expiresAt();
    return expiresAt == null
        ? event.putJson("expires_at", "null").event()
        : event.put("expires_at", expiresAt).event();
  }

  private static int length(@Nullable String json) {
    return json == null ? 0 : json.length();
  }
}
