package io.drey.jobs.step;

import io.drey.jobs.option.Option;
import io.drey.jobs.option.WholeValue;
import io.drey.operators.event.FieldPath;
import java.util.List;

/** Keeps some fields, in the order given. */
@WholeValue
public record SelectStep(@Option("the fields to keep") List<FieldPath> fields) implements Step {
  @Override
  public NamedStreams apply(
      org.apache.flink.streaming.api.datastream.DataStream<io.drey.operators.event.Event> input,
      StepContext context) {
    throw new IllegalStateException();
  }
}
