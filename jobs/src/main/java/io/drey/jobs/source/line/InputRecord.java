// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.operators.event.Event;
import io.drey.operators.event.time.EventTime;

/**
 * What a source emits for each record of its input: an event, or a malformed record, and its time.
 * A reader emits the same object again and again.
 */
public final class InputRecord {
  private static final Event NOTHING = Event.of("{}");

  private Event event = NOTHING;
  private boolean malformed;
  private long time = EventTime.NONE;

  InputRecord() {}

  /** An event. */
  public static InputRecord event(Event event, long time) {
    return new InputRecord().set(event, false, time);
  }

  /** A malformed record. */
  public static InputRecord malformed(Event record, long time) {
    return new InputRecord().set(record, true, time);
  }

  InputRecord set(Event newEvent, boolean isMalformed, long newTime) {
    event = newEvent;
    malformed = isMalformed;
    time = newTime;
    return this;
  }

  /** The event, or the malformed record. */
  public Event event() {
    return event;
  }

  public boolean isMalformed() {
    return malformed;
  }

  /** Its event time in milliseconds; {@link EventTime#NONE} in processing time. */
  public long time() {
    return time;
  }

  @Override
  public String toString() {
    return (malformed ? "malformed " : "") + event;
  }
}
