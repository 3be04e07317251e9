// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.jobs.step.KeyedStep;
import io.drey.jobs.step.Order;
import io.drey.jobs.step.StateContract;
import io.drey.jobs.step.StepContext;
import io.drey.operators.aggregate.AggregateSpans;
import io.drey.operators.aggregate.AggregateState;
import io.drey.operators.aggregate.OpenSpan;
import io.drey.operators.aggregate.SpanOptions;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.rule.KeyedSettings;
import java.util.List;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** An aggregate per span: of so many events, or up to the change of a value. */
record SpanStep(AggregateStep options) implements KeyedStep {
  @Override
  public Record declared() {
    return options;
  }

  @Override
  public @Nullable KeyPaths key() {
    return options.by();
  }

  @Override
  public Order order() {
    return options.order();
  }

  @Override
  public @Nullable Integer maxKeys() {
    return options.maxKeys();
  }

  @Override
  public List<StateContract> ownState(String id, TimeDomain time) {
    String bound =
        options.changes() == null ? "freed with its last event" : "freed at the end of input";
    return List.of(StateContract.of(id, AggregateState.span(), OpenSpan.TYPE, bound));
  }

  @Override
  public SingleOutputStreamOperator<Event> attach(
      KeyedStream<Event, String> events, StepContext context) {
    FieldMeasures measures = options.named(context);
    KeyPaths group = options.by() == null ? KeyPaths.NONE : options.by();
    return AggregateSpans.on(
        events,
        measures.plain(),
        spans(context),
        new SpanEvent(group, options.changes(), measures),
        EventTypeInfo.STREAM,
        context.id());
  }

  private SpanOptions<Event> spans(StepContext context) {
    FieldPath changes = options.changes();
    // events that have no time at all are not given one by the clock
    TimeDomain time = context.isTimed() ? context.time() : TimeDomain.EVENT_TIME;
    return new SpanOptions<>(
        options.size(),
        changes == null ? null : FieldValues.compared(changes),
        new KeyedSettings(time, options.maxKeys()));
  }

  @Override
  public boolean evictsEvents() {
    return true;
  }

  @Override
  public boolean isBounded() {
    return key() == null && (options.size() != null || !options.keepsValues());
  }

  @Override
  public String growth() {
    return "it grows with every new " + (key() == null ? "value" : "group");
  }
}
