// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.fields;

import io.drey.jobs.option.Option;
import io.drey.jobs.option.WholeValue;
import io.drey.jobs.step.EachEvent;
import io.drey.jobs.step.Stateless;
import io.drey.jobs.step.Step;
import io.drey.jobs.step.StepContext;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Removes some fields. */
@WholeValue
public record DropFieldsStep(@Option("the fields to remove") List<String> fields) implements Step {
  @Override
  public NamedStreams apply(DataStream<Event> input, StepContext context) {
    String[] names = fields.toArray(String[]::new);
    return Stateless.apply(new EachEvent(event -> event.without(names)), outputs(), input, context);
  }
}
