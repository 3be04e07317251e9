// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.jobs.option.Option;
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
import io.drey.operators.aggregate.Measure;
import io.drey.operators.aggregate.OpenWindow;
import io.drey.operators.aggregate.measure.Ties;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.rule.Uids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** Aggregates groups of events, per time window or over the whole input. */
public record AggregateStep(
    @Option("the field or fields to group by; all events form one group if left out")
        @Nullable KeyPaths by,
    @Option("the length of the tumbling windows; one result at the end of input if left out")
        @Nullable Duration every,
    @Option("what to measure, one entry for each field of the result")
        Map<String, MeasureOption> measures)
    implements StatefulStep {

  public AggregateStep {
    AggregateOptions.check(every);
    if (measures.isEmpty()) {
      throw new IllegalArgumentException("Invalid measures: must be at least one but was none");
    }
    Set<String> taken = new HashSet<>(fields(by, every));
    measures.forEach(
        (name, measure) -> {
          for (String field : measure.fields(name)) {
            if (!taken.add(field)) {
              throw new IllegalArgumentException(
                  "Invalid measures: must not be named as another field of the result but was '"
                      + field
                      + "'");
            }
          }
        });
  }

  /** The fields of a result before its measures. */
  private static List<String> fields(@Nullable KeyPaths by, @Nullable Duration every) {
    List<String> fields = new ArrayList<>();
    if (by != null) {
      by.fields().stream().map(FieldPath::text).forEach(fields::add);
    }
    if (every != null) {
      fields.addAll(List.of(AggregateEvent.START, AggregateEvent.END));
    }
    return fields;
  }

  @Override
  public @Nullable KeyPaths key() {
    return by;
  }

  @Override
  public List<String> outputs() {
    return every == null ? List.of(KeyedStep.INVALID) : List.of(KeyedStep.INVALID, Aggregate.LATE);
  }

  @Override
  public List<StateContract> state(String id, TimeDomain time) {
    String bound = every == null ? "freed at the end of input" : "freed once time has passed it";
    return List.of(StateContract.of(id, AggregateState.windows(), OpenWindow.TYPE, bound));
  }

  @Override
  public NamedStreams apply(DataStream<Event> input, StepContext context) {
    List<FieldMeasure<?>> named = named(context);
    List<Measure<Event, ?>> plain = new ArrayList<>();
    named.forEach(measure -> plain.add(measure.measure()));
    KeyPaths group = by == null ? KeyPaths.NONE : by;
    Aggregated<Event, Event> aggregated =
        Aggregate.on(
            input,
            new ReadGroup(group),
            Types.STRING,
            plain,
            new AggregateOptions(every, context.time()),
            new AggregateEvent(group, named),
            EventTypeInfo.STREAM,
            context.id());
    aggregated.results().setParallelism(by == null ? 1 : context.parallelism());
    return new NamedStreams(
        aggregated.results(),
        every == null
            ? Map.of(KeyedStep.INVALID, aggregated.invalid())
            : Map.of(KeyedStep.INVALID, aggregated.invalid(), Aggregate.LATE, aggregated.late()));
  }

  private List<FieldMeasure<?>> named(StepContext context) {
    Ties ties = context.byOnePath() ? Ties.BY_ARRIVAL : Ties.by(ItemMeasures.AS_WRITTEN);
    ItemMeasures items = new ItemMeasures(context.exactTime(), ties);
    List<FieldMeasure<?>> named = new ArrayList<>();
    measures.forEach((name, measure) -> named.add(measure.named(name, items)));
    return named;
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
    return every != null || (by == null && !keepsValues());
  }

  @Override
  public String growth() {
    return "it grows with every new " + (by == null ? "value" : "group");
  }

  private boolean keepsValues() {
    return measures.values().stream().anyMatch(MeasureOption::keepsValues);
  }

  @Override
  public Map<String, FieldPath> numbers() {
    Map<String, FieldPath> fields = new LinkedHashMap<>();
    measures.forEach(
        (name, measure) -> {
          FieldPath field = measure.numbers();
          if (field != null) {
            fields.put(name, field);
          }
        });
    return fields;
  }

  @Override
  public boolean needsTime() {
    return every != null;
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
