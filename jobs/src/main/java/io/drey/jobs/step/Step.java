package io.drey.jobs.step;

import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import java.util.List;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.DataStream;

/** A step of a pipeline file; its options are the record's components. */
public interface Step {
  /** The named outputs besides the main one. */
  default List<String> outputs() {
    return List.of();
  }

  /** What its operators keep, without running anything. */
  default List<StateContract> state(String id, TimeDomain time) {
    return List.of();
  }

  /** Attaches its operators to a stream. */
  NamedStreams apply(DataStream<Event> input, StepContext context);

  /** What is odd in its options; {@code validate} warns of it where it stands. */
  default List<OptionProblem> warnings() {
    return List.of();
  }

  /** Those of them that one usually wants to be rid of: unread, they are no warning. */
  default List<String> byProducts() {
    return List.of();
  }
}
