// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import io.drey.operators.rule.Uids;
import java.util.List;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** A step with keyed state; without a key, all events share one key and one subtask. */
public interface KeyedStep extends StatefulStep {
  /** The description of the option {@link #maxKeys}. */
  String MAX_KEYS =
      "roughly the number of keys to keep; beyond it the least recently used are evicted";

  /** The name of the side output for events without a key, or that the step cannot handle. */
  String INVALID = "invalid";

  /** The name of the side output for events held by keys that were evicted. */
  String EVICTED = "evicted";

  /** Whether a key may hold events when it is evicted; they go to {@value #EVICTED}. */
  default boolean evictsEvents() {
    return false;
  }

  /** Attaches the operator to the keyed stream. */
  SingleOutputStreamOperator<Event> attach(KeyedStream<Event, String> events, StepContext context);

  /** The state of that operator. */
  List<StateContract> ownState(String id, TimeDomain time);

  /** The named outputs besides those of every keyed step. */
  default List<String> ownOutputs() {
    return List.of();
  }

  @Override
  default List<String> uidSuffixes() {
    return List.of(Uids.KEY, Uids.ORDER);
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
