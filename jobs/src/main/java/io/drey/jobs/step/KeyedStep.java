package io.drey.jobs.step;

import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import java.util.List;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** A step that remembers something per key, or of all events in one subtask. */
public interface KeyedStep extends StatefulStep {
  /** What the option of {@link #maxKeys} does. */
  String MAX_KEYS = "about how many keys are kept at most, those longest not seen given up";

  /** The name of the output of events that have no key, or that a rule could not be applied to. */
  String INVALID = "invalid";

  /** The name of the output of what was kept of keys that were given up. */
  String EVICTED = "evicted";

  /** Whether a key that is given up may have events to emit, by {@value #EVICTED}. */
  default boolean evictsEvents() {
    return false;
  }

  /** Attaches the operator itself to the stream of events that have their key. */
  SingleOutputStreamOperator<Event> attach(KeyedStream<Event, String> events, StepContext context);

  /** What that operator keeps. */
  List<StateContract> ownState(String id, TimeDomain time);

  /** The named outputs of its own, besides those of every keyed step. */
  default List<String> ownOutputs() {
    return List.of();
  }

  @Override
  default List<String> uidSuffixes() {
    return List.of(KEY_UID, ORDER_UID);
  }

  @Override
  default boolean gathersLocally() {
    return false;
  }

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
