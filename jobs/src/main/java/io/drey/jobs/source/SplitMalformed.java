// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Emits events to the main output and malformed records to the side output. */
final class SplitMalformed extends ProcessFunction<Either<Event, Event>, Event> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<Event> MALFORMED = new OutputTag<>("malformed", EventTypeInfo.STREAM);

  @Override
  public void processElement(Either<Event, Event> line, Context context, Collector<Event> events) {
    if (line.isRight()) {
      events.collect(line.right());
    } else {
      context.output(MALFORMED, line.left());
    }
  }
}
