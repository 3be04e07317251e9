package io.drey.jobs.step;

import io.drey.operators.event.Event;
import io.drey.operators.event.KeyPaths;
import java.util.List;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** A step that remembers something per key. */
public interface KeyedStep extends Step {
  /** The name of the output of events that have no key, or that a rule could not be applied to. */
  String INVALID = "invalid";

  KeyPaths key();

  Order order();

  /** Whether its state is bounded; if not, {@code validate} warns. */
  boolean isBounded();

  /** Whether a rule of it measures durations, so that events need a time. */
  boolean needsTime();

  /** Whether its result depends on the order of a key's events. */
  boolean isOrderSensitive();

  /** Attaches the operator itself to the stream of events that have their key. */
  SingleOutputStreamOperator<Event> attach(KeyedStream<Event, String> events, StepContext context);

  /** What that operator keeps. */
  List<StateContract> ownState(String id, TimeDomain time);

  @Override
  default List<StateContract> state(String id, TimeDomain time) {
    return KeyedWiring.state(this, id, time);
  }

  @Override
  default NamedStreams apply(DataStream<Event> input, StepContext context) {
    return KeyedWiring.apply(this, input, context);
  }
}
