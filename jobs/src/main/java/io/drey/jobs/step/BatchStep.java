// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.option.Option;
import io.drey.jobs.text.DurationText;
import io.drey.operators.batch.Batch;
import io.drey.operators.batch.BatchOptions;
import io.drey.operators.batch.BatchState;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.EventWriter;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.rule.Global;
import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** Groups events by count or time. */
public record BatchStep(
    @Option("the field or fields that make up the key; if left out, all events share one batch")
        @Nullable KeyPaths key,
    @Option(value = "the order in which a key's events are processed", byDefault = "arrival")
        Order order,
    @Option("the maximum number of events in a batch") int size,
    @Option("how long after its first event a batch ends, full or not; no time limit if left out")
        @Nullable Duration timeout,
    @Option(KeyedStep.MAX_KEYS) @Nullable Integer maxKeys)
    implements KeyedStep {

  public BatchStep {
    KeyedSettings.check(maxKeys);
    BatchOptions.check(size, timeout);
    if (key == null) {
      Global.check(maxKeys);
    }
  }

  @Override
  public List<StateContract> ownState(String id, TimeDomain time) {
    String bound =
        timeout == null
            ? "freed when the batch is full"
            : "freed once time is " + DurationText.of(timeout) + " past its first event";
    return List.of(
        StateContract.of(id, BatchState.batch(), BatchState.BATCH, bound),
        StateContract.of(
            id, BatchState.events(EventTypeInfo.STATE), EventTypeInfo.STATE, "freed with batch"));
  }

  @Override
  public SingleOutputStreamOperator<Event> attach(
      KeyedStream<Event, String> events, StepContext context) {
    return Batch.on(
        events,
        new BatchOptions(size, timeout, context.settings(maxKeys)),
        (unused, batch) -> event(batch),
        EventTypeInfo.STREAM,
        context.id());
  }

  private static Event event(List<Event> batch) {
    int length = 32;
    for (Event event : batch) {
      length += event.length() + 1;
    }
    return new EventWriter(length).put("count", batch.size()).put("events", batch).event();
  }

  @Override
  public boolean evictsEvents() {
    return true;
  }

  @Override
  public boolean isBounded() {
    return key == null || timeout != null;
  }

  @Override
  public boolean needsTime() {
    return timeout != null;
  }
}
