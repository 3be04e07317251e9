// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.fields;

import io.drey.jobs.option.Option;
import io.drey.jobs.option.WholeValue;
import io.drey.jobs.step.EachEvent;
import io.drey.jobs.step.Select;
import io.drey.jobs.step.Stateless;
import io.drey.jobs.step.Step;
import io.drey.jobs.step.StepContext;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Keeps some fields, in the given order; a nested field under its dotted name. */
@WholeValue
public record SelectStep(@Option("the fields to keep") List<FieldPath> fields) implements Step {
  @Override
  public NamedStreams apply(DataStream<Event> input, StepContext context) {
    return Stateless.apply(new EachEvent(new Select(fields)), outputs(), input, context);
  }
}
