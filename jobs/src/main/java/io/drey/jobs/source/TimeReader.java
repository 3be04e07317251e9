package io.drey.jobs.source;

import io.drey.operators.event.Event;

/** Reads the time of an event. */
interface TimeReader {
  /**
   * In milliseconds since the epoch, floored, and saturated at the ends of the range.
   *
   * @throws MalformedLineException if the event has no readable time
   */
  long millis(Event event) throws MalformedLineException;
}
