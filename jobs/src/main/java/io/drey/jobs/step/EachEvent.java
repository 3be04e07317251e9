// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.operators.event.Event;
import java.io.Serializable;
import java.util.function.UnaryOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** A stateless function that changes each event on its own. */
public final class EachEvent extends ProcessFunction<Event, Event> {
  private static final long serialVersionUID = 1L;

  /** Changes an event. */
  public interface Change extends UnaryOperator<Event>, Serializable {}

  private final Change change;

  public EachEvent(Change change) {
    this.change = change;
  }

  @Override
  public void processElement(Event event, Context ctx, Collector<Event> out) {
    out.collect(change.apply(event));
  }
}
