// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.expression.Expression;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Passes the events for which an expression is true. */
final class FilterEvents extends ProcessFunction<Event, Event> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<Event> REJECTED = new OutputTag<>("rejected", EventTypeInfo.STREAM);

  private final Expression condition;

  FilterEvents(Expression condition) {
    this.condition = condition;
  }

  @Override
  public void processElement(Event event, Context ctx, Collector<Event> out) {
    if (condition.test(event)) {
      out.collect(event);
    } else {
      ctx.output(REJECTED, event);
    }
  }
}
