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
import io.drey.operators.event.FieldPath;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Removes some fields: nested ones, and those of the same name with dots. */
@WholeValue
public record DropFieldsStep(@Option("the fields to remove") List<FieldPath> fields)
    implements Step {
  @Override
  public NamedStreams apply(DataStream<Event> input, StepContext context) {
    ArrayList<FieldPath> dropped = new ArrayList<>(fields);
    return Stateless.apply(
        new EachEvent(event -> event.without(dropped)), outputs(), input, context);
  }
}
