// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.number;

import io.drey.jobs.option.Change;
import io.drey.jobs.option.Option;
import io.drey.jobs.step.KeyedStep;
import io.drey.jobs.step.NumberField;
import io.drey.jobs.step.Order;
import io.drey.jobs.step.StateContract;
import io.drey.jobs.step.StepContext;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.gaps.DetectGaps;
import io.drey.operators.gaps.DetectGapsState;
import io.drey.operators.rule.KeyedSettings;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** Reports where the numbers of a key's events are not consecutive. */
public record DetectGapsStep(
    @Option("the field or fields that make up the key") KeyPaths key,
    @Option(value = "the order in which a key's events are processed", byDefault = "arrival")
        Order order,
    @Option(value = "the field that holds an event's number", change = Change.RESTARTS)
        FieldPath field,
    @Option(KeyedStep.MAX_KEYS) @Nullable Integer maxKeys)
    implements KeyedStep {

  public DetectGapsStep {
    KeyedSettings.check(maxKeys);
  }

  @Override
  public List<String> ownOutputs() {
    return List.of(DetectGaps.GAPS);
  }

  @Override
  public SingleOutputStreamOperator<Event> attach(
      KeyedStream<Event, String> events, StepContext context) {
    return DetectGaps.on(
        events,
        new NumberField(field),
        new GapRecord(key),
        EventTypeInfo.STREAM,
        context.settings(maxKeys),
        context.id());
  }

  @Override
  public List<StateContract> ownState(String id, TimeDomain time) {
    return List.of(
        StateContract.of(id, DetectGapsState.greatestNumber(), Types.LONG, "never freed"));
  }

  @Override
  public boolean isBounded() {
    return false;
  }
}
