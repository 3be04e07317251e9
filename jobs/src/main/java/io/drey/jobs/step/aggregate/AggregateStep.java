// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.aggregate;

import io.drey.jobs.option.Change;
import io.drey.jobs.option.Option;
import io.drey.jobs.step.KeyedStep;
import io.drey.jobs.step.Order;
import io.drey.jobs.step.StateContract;
import io.drey.jobs.step.StatefulStep;
import io.drey.jobs.step.Step;
import io.drey.jobs.step.StepContext;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.aggregate.AggregateOptions;
import io.drey.operators.aggregate.SpanOptions;
import io.drey.operators.aggregate.measure.Ties;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.rule.Global;
import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** Aggregates groups of events, per time window, per span, or over the whole input. */
public record AggregateStep(
    @Option("the field or fields to group by; all events form one group if left out")
        @Nullable KeyPaths by,
    @Option(
            value = "the length of time windows; one result at the end of input if left out",
            change = Change.BREAKS)
        @Nullable Duration every,
    @Option(
            value = "how far windows begin after one another; they do not overlap if left out",
            change = Change.BREAKS)
        @Nullable Duration slide,
    @Option("instead of windows: a result for so many events of the group") @Nullable Integer size,
    @Option(
            value =
                "instead of windows: a result each time the value of this field changes in the group",
            change = Change.RESTARTS)
        @Nullable FieldPath changes,
    @Option(
            value = "with size or changes: the order in which a group's events are processed",
            byDefault = "arrival")
        Order order,
    @Option("with size or changes: " + KeyedStep.MAX_KEYS) @Nullable Integer maxKeys,
    @Option("what to measure, one entry for each field of the result")
        Map<String, MeasureOption> measures)
    implements Step {

  public AggregateStep {
    AggregateOptions.check(every, slide);
    if (size != null) {
      SpanOptions.checkSize(size);
    }
    KeyedSettings.check(maxKeys);
    checkKind(every, size, changes);
    if (size == null && changes == null) {
      checkUnordered(order, maxKeys);
    } else if (by == null) {
      Global.check(maxKeys);
    }
    if (by != null && changes != null && by.fields().contains(changes)) {
      throw new IllegalArgumentException(
          "Invalid changes: must be none of the fields of by, which never change in a group, but"
              + " was '"
              + changes
              + "'");
    }
    checkNames(fields(by, changes, every != null || size != null || changes != null), measures);
  }

  private static void checkKind(
      @Nullable Duration every, @Nullable Integer size, @Nullable FieldPath changes) {
    List<String> said = new ArrayList<>();
    if (every != null) {
      said.add("every");
    }
    if (size != null) {
      said.add("size");
    }
    if (changes != null) {
      said.add("changes");
    }
    if (said.size() > 1) {
      throw new IllegalArgumentException(
          "Invalid window: must be at most one of every, size, changes but was "
              + String.join(" and ", said));
    }
  }

  private static void checkUnordered(Order order, @Nullable Integer maxKeys) {
    if (order != Order.ARRIVAL) {
      throw new IllegalArgumentException(
          "Invalid order: needs size or changes (windows do not depend on the order) but was"
              + " event-time");
    }
    if (maxKeys != null) {
      throw new IllegalArgumentException(
          "Invalid max-keys: needs size or changes (windows end by themselves) but was " + maxKeys);
    }
  }

  private static void checkNames(List<String> fields, Map<String, MeasureOption> measures) {
    if (measures.isEmpty()) {
      throw new IllegalArgumentException("Invalid measures: must be at least one but was none");
    }
    Set<String> taken = new HashSet<>(fields);
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
  private static List<String> fields(
      @Nullable KeyPaths by, @Nullable FieldPath changes, boolean isTimed) {
    List<String> fields = new ArrayList<>();
    if (by != null) {
      by.fields().stream().map(FieldPath::text).forEach(fields::add);
    }
    if (changes != null) {
      fields.add(changes.text());
    }
    if (isTimed) {
      fields.addAll(List.of(GroupFields.START, GroupFields.END));
    }
    return fields;
  }

  @Override
  public StatefulStep stateful() {
    return size == null && changes == null ? new WindowStep(this) : new SpanStep(this);
  }

  @Override
  public List<String> outputs() {
    return stateful().outputs();
  }

  @Override
  public List<StateContract> state(String id, TimeDomain time) {
    return stateful().state(id, time);
  }

  @Override
  public NamedStreams apply(DataStream<Event> input, StepContext context) {
    return stateful().apply(input, context);
  }

  /** Its measures, and how they are written. */
  FieldMeasures named(StepContext context) {
    Ties ties = context.byOnePath() ? Ties.BY_ARRIVAL : Ties.by(ItemMeasures.AS_WRITTEN);
    ItemMeasures items = new ItemMeasures(context.exactTime(), ties);
    ArrayList<FieldMeasure<?>> named = new ArrayList<>();
    measures.forEach((name, measure) -> named.add(measure.named(name, items)));
    return new FieldMeasures(named);
  }

  boolean keepsValues() {
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
}
