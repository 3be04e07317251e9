// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import io.drey.jobs.source.Source;
import io.drey.jobs.source.TimeOptions;
import io.drey.operators.event.Event;
import io.drey.operators.event.time.EventTime;
import io.drey.operators.order.ExactTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The instant of an event as its source wrote it: that of the first source whose time field agrees
 * with the event's timestamp. An event that a step created may have none.
 */
final class SourceTimes implements ExactTime<Event> {
  private static final long serialVersionUID = 1L;

  private final ArrayList<EventTime> times = new ArrayList<>();

  SourceTimes(Collection<Source> sources) {
    for (Source source : sources) {
      TimeOptions options = source.time();
      EventTime time = options == null ? null : options.eventTime();
      if (time != null) {
        times.add(time);
      }
    }
  }

  @Override
  public int nanosBeyond(Event event, long millis) {
    boolean isInMillis = times.isEmpty() || (times.size() == 1 && times.get(0).isInMillis(event));
    return isInMillis ? 0 : ExactTime.super.nanosBeyond(event, millis);
  }

  @Override
  public @Nullable Instant of(Event event, long millis) {
    for (EventTime time : times) {
      Instant instant = time.read(event, millis);
      if (instant != null && instant.toEpochMilli() == millis) {
        return instant;
      }
    }
    return null;
  }
}
