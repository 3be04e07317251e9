// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.time.EventTime;
import org.jspecify.annotations.Nullable;

/** Reads the time of an event; one without is malformed. */
public final class TimeReader {
  private static final int LONGEST_SHOWN = 64;

  private final FieldPath field;
  private final EventTime time;

  public TimeReader(FieldPath field, EventTime time) {
    this.field = field;
    this.time = time;
  }

  /**
   * In milliseconds since the epoch, floored.
   *
   * @throws MalformedLineException if the event has no readable time
   */
  long millis(Event event) throws MalformedLineException {
    long millis = time.millis(event);
    if (millis == EventTime.NONE) {
      throw new MalformedLineException(reason(event.text(field)));
    }
    return millis;
  }

  private String reason(@Nullable String text) {
    if (text == null) {
      return "No time in field '" + field + "'";
    }
    String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text;
    return "Unreadable time in field '" + field + "': '" + shown + "'";
  }
}
