// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.expression.Expression;
import io.drey.jobs.option.Option;
import io.drey.jobs.option.WholeValue;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Passes the events for which an expression is true. */
@WholeValue
public record FilterStep(@Option("the condition an event must meet to pass") Expression condition)
    implements Step {
  @Override
  public List<String> outputs() {
    return List.of(FilterEvents.REJECTED.getId(), KeyedStep.INVALID);
  }

  @Override
  public NamedStreams apply(DataStream<Event> input, StepContext context) {
    return Stateless.apply(new FilterEvents(condition), outputs(), input, context);
  }

  @Override
  public Demand demand() {
    return new Demand(FilterEvents.REJECTED.getId(), "rejected", List.of(condition));
  }

  @Override
  public List<String> byProducts() {
    return outputs();
  }
}
