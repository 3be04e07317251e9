// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.jobs.step.KeyedStep;
import io.drey.jobs.step.Order;
import io.drey.jobs.step.StateContract;
import io.drey.jobs.step.StatefulStep;
import io.drey.jobs.step.StepContext;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.aggregate.Aggregate;
import io.drey.operators.aggregate.AggregateOptions;
import io.drey.operators.aggregate.AggregateState;
import io.drey.operators.aggregate.Aggregated;
import io.drey.operators.aggregate.OpenWindow;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.rule.Subtasks;
import io.drey.operators.rule.Uids;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** An aggregate per time window, or over the whole input. */
record WindowStep(AggregateStep options) implements StatefulStep {
  private boolean isWindowed() {
    return options.every() != null;
  }

  @Override
  public Record declared() {
    return options;
  }

  @Override
  public @Nullable KeyPaths key() {
    return options.by();
  }

  @Override
  public List<String> outputs() {
    return isWindowed() ? List.of(KeyedStep.INVALID, Aggregate.LATE) : List.of(KeyedStep.INVALID);
  }

  @Override
  public List<StateContract> state(String id, TimeDomain time) {
    if (new AggregateOptions(options.every(), options.slide(), time).isOverlapping()) {
      return List.of(
          StateContract.of(
              id,
              AggregateState.panes(),
              OpenWindow.TYPE,
              "freed once time has passed its last window"));
    }
    String bound = isWindowed() ? "freed once time has passed it" : "freed at the end of input";
    return List.of(StateContract.of(id, AggregateState.windows(), OpenWindow.TYPE, bound));
  }

  @Override
  public NamedStreams apply(DataStream<Event> input, StepContext context) {
    FieldMeasures measures = options.named(context);
    KeyPaths group = options.by() == null ? KeyPaths.NONE : options.by();
    Aggregated<Event, Event> aggregated =
        Aggregate.on(
            input,
            new ReadGroup(group),
            Types.STRING,
            measures.plain(),
            new AggregateOptions(options.every(), options.slide(), context.time()),
            new AggregateEvent(group, measures),
            EventTypeInfo.STREAM,
            context.id());
    if (key() == null) {
      Subtasks.one(aggregated.results());
    } else {
      aggregated.results().setParallelism(context.parallelism());
    }
    return new NamedStreams(
        aggregated.results(),
        isWindowed()
            ? Map.of(KeyedStep.INVALID, aggregated.invalid(), Aggregate.LATE, aggregated.late())
            : Map.of(KeyedStep.INVALID, aggregated.invalid()));
  }

  @Override
  public Order order() {
    return Order.ARRIVAL;
  }

  @Override
  public @Nullable Integer maxKeys() {
    return null;
  }

  @Override
  public List<String> uidSuffixes() {
    return List.of(Uids.LOCAL);
  }

  @Override
  public boolean isBounded() {
    return isWindowed() || (key() == null && !options.keepsValues());
  }

  @Override
  public String growth() {
    return "it grows with every new " + (key() == null ? "value" : "group");
  }

  @Override
  public boolean needsTime() {
    return isWindowed();
  }

  @Override
  public boolean breaksWithTime() {
    return false;
  }

  @Override
  public boolean isOrderSensitive() {
    return false;
  }

  @Override
  public boolean gathersLocally() {
    return true;
  }
}
