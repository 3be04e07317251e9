// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.operators.aggregate.Results;
import io.drey.operators.aggregate.Summarize;
import io.drey.operators.aggregate.Window;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventWriter;
import io.drey.operators.event.KeyPaths;
import org.jspecify.annotations.Nullable;

/** Writes the result of a group as an event: the group's fields, its window and its measures. */
record AggregateEvent(KeyPaths by, FieldMeasures measures) implements Summarize<String, Event> {
  @Override
  public Event summarize(String group, @Nullable Window window, Results results) {
    EventWriter event = GroupFields.of(by, group);
    if (window != null) {
      GroupFields.putTimes(event, window.start(), window.end());
    }
    measures.putInto(event, results);
    return event.event();
  }
}
