package io.drey.jobs.step;

import io.drey.operators.event.Event;

/** The form in which an event leaves by {@code .invalid}. */
final class Invalid {
  private static final String ERROR = "error";

  private Invalid() {}

  static Event event(Event event, String reason) {
    return event.with(ERROR, reason);
  }
}
