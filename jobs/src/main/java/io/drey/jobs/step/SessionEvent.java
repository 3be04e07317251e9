// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventWriter;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.event.time.InstantText;
import io.drey.operators.sessionize.Session;
import io.drey.operators.sessionize.SessionResult;
import java.util.List;

/**
 * Writes a session as an event: its key, the fields copied from its opening event, and its summary.
 *
 * @param collects whether its events are included
 */
record SessionEvent(KeyPaths key, boolean collects) implements SessionResult<String, Event, Event> {
  /** The fields that every session has. */
  static final List<String> FIELDS =
      List.of("start", "end", "duration_ms", "event_count", "reason", "complete", "events");

  /** The approximate size of those in bytes, without the events. */
  private static final int SIZE = 200;

  @Override
  public Event of(Session<String, Event> session) {
    EventWriter event = key.putInto(new EventWriter(size(session)), session.key());
    if (session.opening() != null) {
      event.putAll(session.opening());
    }
    event
        .put("start", InstantText.ofMillis(session.start().toEpochMilli()))
        .put("end", InstantText.ofMillis(session.end().toEpochMilli()))
        .put("duration_ms", session.duration().toMillis())
        .put("event_count", session.count())
        .put("reason", session.reason().word())
        .put("complete", session.complete());
    if (collects) {
      event.put("events", session.events());
    }
    return event.event();
  }

  private static int size(Session<String, Event> session) {
    int size = SIZE + session.key().length();
    for (Event event : session.events()) {
      size += event.length() + 1;
    }
    return session.opening() == null ? size : size + session.opening().length();
  }
}
