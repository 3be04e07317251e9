// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.operators.aggregate.Results;
import io.drey.operators.aggregate.Span;
import io.drey.operators.aggregate.SummarizeSpan;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventWriter;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import org.jspecify.annotations.Nullable;

/**
 * Writes the result of a span as an event: the group's fields, the value that the span's events
 * have in common, its times if there are any, and its measures.
 */
record SpanEvent(KeyPaths by, @Nullable FieldPath changes, FieldMeasures measures)
    implements SummarizeSpan<String, Event> {
  @Override
  public Event summarize(String group, Span span, Results results) {
    EventWriter event = GroupFields.of(by, group);
    if (changes != null) {
      event.putJson(changes.text(), span.value() == null ? "null" : span.value());
    }
    if (span.start() != null && span.end() != null) {
      GroupFields.putTimes(event, span.start(), span.end());
    }
    measures.putInto(event, results);
    return event.event();
  }
}
