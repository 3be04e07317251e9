// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.option.Change;
import io.drey.jobs.option.Option;
import io.drey.jobs.text.DurationText;
import io.drey.operators.deduplicate.Deduplicate;
import io.drey.operators.deduplicate.DeduplicateOptions;
import io.drey.operators.deduplicate.DeduplicateState;
import io.drey.operators.deduplicate.DuplicateCounts;
import io.drey.operators.deduplicate.Keep;
import io.drey.operators.deduplicate.Marker;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.EventWriter;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.event.time.InstantText;
import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** Passes one event of each key, in total or per time span. */
public record DeduplicateStep(
    @Option("the field or fields that make up the key") KeyPaths key,
    @Option(value = "the order in which a key's events are processed", byDefault = "arrival")
        Order order,
    @Option("how long a key is remembered; forever if left out") @Nullable Duration ttl,
    @Option(
            value = "which event of a run of duplicates is emitted",
            byDefault = "first",
            change = Change.BREAKS)
        Keep keep,
    @Option(value = "whether a duplicate restarts the ttl", byDefault = "false") boolean refresh,
    @Option("pass every event with this boolean field: true for the first, false for a duplicate")
        @Nullable FieldPath mark,
    @Option(
            value =
                "count the duplicates of each run in this field of a record in counts, when it ends",
            change = Change.RESTARTS)
        @Nullable FieldPath countField,
    @Option(KeyedStep.MAX_KEYS) @Nullable Integer maxKeys)
    implements KeyedStep {

  private static final String FIRST = "first";
  private static final String LAST = "last";
  private static final List<String> RUN_FIELDS = List.of(FIRST, LAST);

  public DeduplicateStep {
    KeyedSettings.check(maxKeys);
    DeduplicateOptions.check(ttl, keep);
    if (keep == Keep.LAST && mark != null) {
      throw new IllegalArgumentException(
          "Invalid mark: must be left out with keep last but was '" + mark + "'");
    }
    if (countField != null) {
      checkCountField(countField, key);
      DeduplicateOptions.checkCounts(ttl, keep);
    }
  }

  private static void checkCountField(FieldPath field, KeyPaths key) {
    if (RUN_FIELDS.contains(field.text()) || key.fields().contains(field)) {
      throw new IllegalArgumentException(
          "Invalid count-field: must be a field of its own but was '" + field + "'");
    }
  }

  @Override
  public List<String> ownOutputs() {
    return countField == null
        ? List.of(Deduplicate.DUPLICATES)
        : List.of(Deduplicate.DUPLICATES, Deduplicate.COUNTS);
  }

  @Override
  public List<StateContract> ownState(String id, TimeDomain time) {
    String bound =
        ttl == null ? "never freed" : "freed once time is " + DurationText.of(ttl) + " past it";
    if (countField != null) {
      return List.of(
          StateContract.of(
              id, DeduplicateState.duplicateRun(), DeduplicateState.DUPLICATE_RUN, bound));
    }
    if (keep == Keep.FIRST) {
      ValueStateDescriptor<Long> seenAt =
          DeduplicateState.seenAt(
              new DeduplicateOptions(ttl, keep, refresh, new KeyedSettings(time, maxKeys)));
      return List.of(StateContract.of(id, seenAt, Types.LONG, bound));
    }
    String withRun = "freed with run-at";
    return List.of(
        StateContract.of(id, DeduplicateState.runAt(), Types.LONG, bound),
        StateContract.of(
            id, DeduplicateState.newest(EventTypeInfo.STATE), EventTypeInfo.STATE, withRun),
        StateContract.of(id, DeduplicateState.newestAt(), Types.LONG, withRun));
  }

  @Override
  public SingleOutputStreamOperator<Event> attach(
      KeyedStream<Event, String> events, StepContext context) {
    DeduplicateOptions options =
        new DeduplicateOptions(ttl, keep, refresh, context.settings(maxKeys));
    if (mark == null) {
      return countField == null
          ? Deduplicate.on(events, options, context.id())
          : Deduplicate.counting(events, options, counts(countField), context.id());
    }
    FieldPath field = mark;
    Marker<Event, Event> marker = (event, isFirst) -> event.with(field, isFirst);
    TypeInformation<Event> type = EventTypeInfo.STREAM;
    return countField == null
        ? Deduplicate.marking(events, options, marker, type, context.id())
        : Deduplicate.markingAndCounting(
            events, options, marker, type, counts(countField), context.id());
  }

  private DuplicateCounts<String, Event> counts(FieldPath field) {
    KeyPaths paths = key;
    String name = field.text();
    return new DuplicateCounts<>(
        (key, first, last, duplicates) ->
            paths
                .putInto(new EventWriter(128), key)
                .put(FIRST, InstantText.ofMillis(first))
                .put(LAST, InstantText.ofMillis(last))
                .put(name, duplicates)
                .event(),
        EventTypeInfo.STREAM);
  }

  @Override
  public List<String> byProducts() {
    return List.of(Deduplicate.DUPLICATES);
  }

  @Override
  public boolean evictsEvents() {
    return keep == Keep.LAST || countField != null;
  }

  @Override
  public boolean isBounded() {
    return ttl != null;
  }

  @Override
  public boolean needsTime() {
    return ttl != null;
  }
}
