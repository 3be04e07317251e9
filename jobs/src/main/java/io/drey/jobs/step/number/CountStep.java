// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.number;

import io.drey.jobs.option.Option;
import io.drey.jobs.step.KeyedStep;
import io.drey.jobs.step.Order;
import io.drey.jobs.step.StateContract;
import io.drey.jobs.step.StepContext;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.EventWriter;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.rule.Global;
import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.sequence.Sequence;
import io.drey.operators.sequence.SequenceOptions;
import java.util.List;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** Wraps each event with its number, counted per key or over all events. */
public record CountStep(
    @Option("the field or fields that make up the key; if left out, one subtask counts all events")
        @Nullable KeyPaths key,
    @Option(value = "the order in which a key's events are processed", byDefault = "arrival")
        Order order,
    @Option(KeyedStep.MAX_KEYS) @Nullable Integer maxKeys)
    implements KeyedStep {
  /** The number of bytes around the event. */
  private static final int AROUND = 40;

  public CountStep {
    KeyedSettings.check(maxKeys);
    if (key == null) {
      Global.check(maxKeys);
    }
  }

  @Override
  public SingleOutputStreamOperator<Event> attach(
      KeyedStream<Event, String> events, StepContext context) {
    return Sequence.on(
        events,
        CountStep::counted,
        SequenceOptions.fromOne().with(context.settings(maxKeys)),
        EventTypeInfo.STREAM,
        context.id());
  }

  private static Event counted(Event event, long count) {
    return new EventWriter(event.length() + AROUND).put("count", count).put("event", event).event();
  }

  @Override
  public List<StateContract> ownState(String id, TimeDomain time) {
    return NumberState.of(id);
  }

  @Override
  public boolean isBounded() {
    return key == null;
  }
}
