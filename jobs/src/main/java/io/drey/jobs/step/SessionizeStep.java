// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.expression.Expression;
import io.drey.jobs.option.Option;
import io.drey.jobs.text.DurationText;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.rule.Global;
import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.rule.TimestampedEvent;
import io.drey.operators.sessionize.EventPart;
import io.drey.operators.sessionize.SessionFunctions;
import io.drey.operators.sessionize.Sessionize;
import io.drey.operators.sessionize.SessionizeOptions;
import io.drey.operators.sessionize.SessionizeState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** Groups the events of a key into sessions. */
public record SessionizeStep(
    @Option("the field or fields that make up the key; if left out, all events share one session")
        @Nullable KeyPaths key,
    @Option(value = "the order in which a key's events are processed", byDefault = "arrival")
        Order order,
    @Option("the condition for an event to open a session; any event does if left out")
        @Nullable Expression start,
    @Option("the condition for an event to end its session; no event does if left out")
        @Nullable Expression end,
    @Option("how long after its latest event a session closes; if left out, 30m, or none with end")
        @Nullable Duration gap,
    @Option("how long after its earliest event a session closes; no limit if left out")
        @Nullable Duration maxDuration,
    @Option(value = "the maximum number of events in a session", byDefault = "10000") int maxEvents,
    @Option("the fields of the opening event to copy to the session") @Nullable CopiedFields copy,
    @Option(value = "what the session includes of its events", byDefault = "all") Collect collect,
    @Option(KeyedStep.MAX_KEYS) @Nullable Integer maxKeys)
    implements KeyedStep {

  public SessionizeStep {
    KeyedSettings.check(maxKeys);
    if (key == null) {
      Global.check(maxKeys);
    }
    SessionizeOptions.check(gap, maxDuration, maxEvents);
  }

  @Override
  public List<String> ownOutputs() {
    return start == null ? List.of() : List.of(Sessionize.ORPHANS);
  }

  @Override
  public @Nullable Demand demand() {
    return start == null ? null : new Demand(Sessionize.ORPHANS, "in no session", List.of(start));
  }

  @Override
  public List<StateContract> ownState(String id, TimeDomain time) {
    String withSession = "freed with session";
    List<StateContract> states = new ArrayList<>();
    states.add(StateContract.of(id, SessionizeState.session(), SessionizeState.SESSION, bound()));
    if (!collect.isNothing()) {
      states.add(
          StateContract.of(
              id,
              SessionizeState.events(EventTypeInfo.STATE),
              TimestampedEvent.type(EventTypeInfo.STATE),
              withSession));
    }
    if (opening() != null) {
      states.add(
          StateContract.of(
              id, SessionizeState.opening(EventTypeInfo.STATE), EventTypeInfo.STATE, withSession));
    }
    return states;
  }

  private String bound() {
    Duration pause = gapInForce();
    if (pause != null) {
      return "freed once time is " + DurationText.of(pause) + " past its latest event";
    }
    return maxDuration == null
        ? "freed by an end event"
        : "freed once time is " + DurationText.of(maxDuration) + " past its earliest event";
  }

  private @Nullable Duration gapInForce() {
    return new SessionizeOptions(gap, maxDuration, maxEvents, KeyedSettings.EVENT_TIME)
        .gapFor(functions());
  }

  @Override
  public SingleOutputStreamOperator<Event> attach(
      KeyedStream<Event, String> events, StepContext context) {
    return Sessionize.on(
        events,
        new SessionizeOptions(gap, maxDuration, maxEvents, context.settings(maxKeys)),
        functions(),
        new SessionEvent(paths(), !collect.isNothing()),
        EventTypeInfo.STREAM,
        context.id());
  }

  private KeyPaths paths() {
    return key == null ? KeyPaths.NONE : key;
  }

  private SessionFunctions<Event> functions() {
    return new SessionFunctions<>(
        start == null ? null : start::test, end == null ? null : end::test, kept(), opening());
  }

  private @Nullable EventPart<Event> kept() {
    if (collect.fields() == null) {
      return event -> event;
    }
    return collect.isNothing() ? null : new Select(collect.fields())::apply;
  }

  private @Nullable EventPart<Event> opening() {
    if (copy == null) {
      return null;
    }
    return copy.fields() == null ? openingWithoutOwn() : openingFields(copy.fields());
  }

  /** The key's fields are part of the session anyway. */
  private @Nullable EventPart<Event> openingFields(List<FieldPath> fields) {
    List<FieldPath> copied =
        fields.stream().filter(field -> !paths().fields().contains(field)).toList();
    return copied.isEmpty() ? null : new Select(copied)::apply;
  }

  /** All fields but the key and those that the session itself has. */
  private EventPart<Event> openingWithoutOwn() {
    Stream<String> keys = paths().fields().stream().map(FieldPath::text);
    String[] own = Stream.concat(keys, SessionEvent.FIELDS.stream()).toArray(String[]::new);
    return event -> event.without(own);
  }

  @Override
  public boolean evictsEvents() {
    return true;
  }

  @Override
  public boolean isBounded() {
    return key == null || gapInForce() != null || maxDuration != null;
  }

  @Override
  public boolean needsTime() {
    return true;
  }
}
