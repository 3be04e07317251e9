// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import io.drey.jobs.step.KeyedStep;
import io.drey.jobs.step.Order;
import io.drey.jobs.step.StateContract;
import io.drey.jobs.step.StatefulStep;
import io.drey.jobs.step.StepContext;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.rule.Definition;
import java.util.List;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.StreamMap;
import org.jspecify.annotations.Nullable;

/** A keyed step that does nothing, in place of a step with state. */
record PassOn(StatefulStep step) implements KeyedStep {
  @Override
  public SingleOutputStreamOperator<Event> attach(
      KeyedStream<Event, String> events, StepContext context) {
    return events
        .transform(context.id(), EventTypeInfo.STREAM, new StreamMap<>(event -> event))
        .uid(context.id());
  }

  @Override
  public List<StateContract> ownState(String id, TimeDomain time) {
    return List.of();
  }

  @Override
  public @Nullable Definition definition(TimeDomain time) {
    return null;
  }

  @Override
  public @Nullable KeyPaths key() {
    return step.key();
  }

  @Override
  public Order order() {
    return step.order();
  }

  @Override
  public @Nullable Integer maxKeys() {
    return null;
  }

  @Override
  public List<String> ownOutputs() {
    return step instanceof KeyedStep keyed
        ? keyed.ownOutputs()
        : step.outputs().stream().filter(name -> !name.equals(KeyedStep.INVALID)).toList();
  }

  @Override
  public boolean isBounded() {
    return step.isBounded();
  }

  @Override
  public boolean needsTime() {
    return step.needsTime();
  }

  @Override
  public boolean isOrderSensitive() {
    return step.isOrderSensitive();
  }
}
