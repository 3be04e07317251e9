// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.operators.aggregate.Results;
import io.drey.operators.aggregate.Summarize;
import io.drey.operators.aggregate.Window;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventWriter;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.event.time.InstantText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the result of a group as an event: the group's fields, its window and its measures. */
record AggregateEvent(KeyPaths by, ArrayList<FieldMeasure<?>> measures)
    implements Summarize<String, Event> {
  static final String START = "start";
  static final String END = "end";

  private static final int SIZE = 128;

  AggregateEvent(KeyPaths by, List<FieldMeasure<?>> measures) {
    this(by, new ArrayList<>(measures));
  }

  @Override
  public Event summarize(String group, @Nullable Window window, Results results) {
    EventWriter event = by.putInto(new EventWriter(SIZE + group.length()), group);
    if (window != null) {
      event.put(START, text(window.start())).put(END, text(window.end()));
    }
    for (FieldMeasure<?> measure : measures) {
      measure.putInto(event, results);
    }
    return event.event();
  }

  private static String text(Instant instant) {
    return InstantText.ofMillis(instant.toEpochMilli());
  }
}
