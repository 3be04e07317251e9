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
import io.drey.operators.event.FieldPath;
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

/** Adds a sequence number to each event, per key or over all events. */
public record SequenceStep(
    @Option("the field or fields that make up the key; if left out, one subtask numbers all events")
        @Nullable KeyPaths key,
    @Option(value = "the order in which a key's events are processed", byDefault = "arrival")
        Order order,
    @Option(value = "the field to write the number to", byDefault = "seq") FieldPath field,
    @Option(value = "the first number", byDefault = "1") long start,
    @Option(KeyedStep.MAX_KEYS) @Nullable Integer maxKeys)
    implements KeyedStep {

  public SequenceStep {
    KeyedSettings.check(maxKeys);
    if (key == null) {
      Global.check(maxKeys);
    }
  }

  @Override
  public SingleOutputStreamOperator<Event> attach(
      KeyedStream<Event, String> events, StepContext context) {
    FieldPath added = field;
    return Sequence.on(
        events,
        (event, number) -> event.with(added, number),
        new SequenceOptions(start, context.settings(maxKeys)),
        EventTypeInfo.STREAM,
        context.id());
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
