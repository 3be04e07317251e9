package io.drey.jobs.step;

import io.drey.operators.event.Event;
import io.drey.operators.event.KeyPaths;
import java.util.List;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** A step that remembers something per key. */
public interface KeyedStep extends Step {
  /** What the option of {@link #maxKeys} does. */
  String MAX_KEYS = "about how many keys are kept at most, those longest not seen given up";

  /** The name of the output of events that have no key, or that a rule could not be applied to. */
  String INVALID = "invalid";

  /** The name of the output of what was kept of keys that were given up. */
  String EVICTED = "evicted";

  /** Null for a step that does not tell events apart: it runs in one subtask. */
  @Nullable KeyPaths key();

  Order order();

  /** About how many keys are kept at most; null for any number. */
  @Nullable Integer maxKeys();

  /** Whether a key that is given up may have events to emit, by {@value #EVICTED}. */
  boolean evictsEvents();

  /** Whether its rule bounds its state; if nothing does, {@code validate} warns. */
  boolean isBounded();

  /** Whether a rule of it measures durations, so that events need a time. */
  boolean needsTime();

  /** Whether its result depends on the order of a key's events. */
  boolean isOrderSensitive();

  /** Attaches the operator itself to the stream of events that have their key. */
  SingleOutputStreamOperator<Event> attach(KeyedStream<Event, String> events, StepContext context);

  /** What that operator keeps. */
  List<StateContract> ownState(String id, TimeDomain time);

  /** The named outputs of its own, besides those of every keyed step. */
  List<String> ownOutputs();

  @Override
  default List<String> outputs() {
    return KeyedWiring.outputs(this);
  }

  @Override
  default List<StateContract> state(String id, TimeDomain time) {
    return KeyedWiring.state(this, id, time);
  }

  @Override
  default NamedStreams apply(DataStream<Event> input, StepContext context) {
    return KeyedWiring.apply(this, input, context);
  }
}
