// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.aggregate.measure.TimedValue;
import io.drey.operators.internal.Instants;
import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.rule.KeyedRule;
import io.drey.operators.rule.OutputCounter;
import io.drey.operators.rule.Rejection;
import io.drey.operators.rule.StepMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * The local phase: aggregates the events of a subtask in memory, so that a group with many events
 * sends few records over the network. It flushes its partial results before a watermark that closes
 * a window, before a checkpoint and when its input pauses, so that it needs no state.
 *
 * <p>In processing time it generates the watermarks itself, from the clock.
 */
final class GatherLocally<T, K> extends AbstractStreamOperator<Partial<K>>
    implements OneInputStreamOperator<T, Partial<K>> {
  private static final long serialVersionUID = 1L;

  /** Bounds the memory for any measure: none stores more than its values. */
  static final int MOST_EVENTS = 100_000;

  private final KeySelector<T, K> group;
  private final AggregateOptions options;
  private final ArrayList<Measure<T, ?>> measures;
  private final Windows windows;
  private final OutputTag<T> late;
  private final Rejection<T> rejection;
  private final String step;

  @SuppressWarnings("NullAway.Init") // in open
  private transient LocalBuffer<T, K> buffer;

  @SuppressWarnings("NullAway.Init") // in open
  private transient Counter eventsIn;

  @SuppressWarnings("NullAway.Init") // in open
  private transient OutputCounter lateEvents;

  @SuppressWarnings("NullAway.Init") // in open
  private transient OutputCounter invalidEvents;

  private transient long reached;
  private transient @Nullable ScheduledFuture<?> nextEnd;

  GatherLocally(
      KeySelector<T, K> group,
      AggregateOptions options,
      List<Measure<T, ?>> measures,
      TypeInformation<T> type,
      String step) {
    this.group = group;
    this.options = options;
    this.measures = new ArrayList<>(measures);
    this.windows = Windows.of(options);
    this.late = Aggregate.late(type);
    this.rejection = new Rejection<>(type);
    this.step = step;
  }

  @Override
  public void open() throws Exception {
    super.open();
    StepMetrics metrics = new StepMetrics(getMetricGroup(), step);
    eventsIn = metrics.eventsIn();
    lateEvents = metrics.output(Aggregate.LATE);
    invalidEvents = metrics.output(Aggregate.INVALID);
    buffer = new LocalBuffer<>(measures, windows, new SkippedValues(metrics, measures));
    reached = Long.MIN_VALUE;
    if (options.isClocked()) {
      awaitEnd(windows.last(now()));
    }
  }

  @Override
  public void processElement(StreamRecord<T> event) throws Exception {
    try {
      gather(event, group.getKey(event.getValue()));
    } catch (InvalidEventException e) {
      invalidEvents.count(rejection.reject(event, e, output));
    }
  }

  private void gather(StreamRecord<T> event, K group) {
    long at = windows.areOne() ? anyTimeOf(event) : timeOf(event);
    long last = windows.last(at);
    if (windows.lastWindow(last) <= reached) {
      lateEvents.count(event.getValue());
      output.collect(late, event);
      return;
    }
    buffer.add(last, group, event.getValue(), at);
    eventsIn.inc();
    if (buffer.events() >= MOST_EVENTS) {
      flush(Long.MAX_VALUE);
    }
  }

  /** Without windows events need no time. */
  private static long anyTimeOf(StreamRecord<?> event) {
    return event.hasTimestamp() ? event.getTimestamp() : TimedValue.NO_TIME;
  }

  private long timeOf(StreamRecord<T> event) {
    return options.isClocked()
        ? now()
        : KeyedRule.timestampOf(event.hasTimestamp() ? event.getTimestamp() : null, step);
  }

  /** The processing time, which for windows never runs backwards. */
  private long now() {
    long clock = getProcessingTimeService().getCurrentProcessingTime();
    return reached == Long.MIN_VALUE ? clock : Math.max(clock, reached + 1);
  }

  private void awaitEnd(long last) {
    nextEnd = getProcessingTimeService().registerTimer(Instants.plus(last, 1), clock -> atEnd());
  }

  /** Emits the watermark of the current window, and of those that the clock has jumped over. */
  private void atEnd() throws Exception {
    long last = windows.last(now());
    long passed = windows.start(last) - 1;
    if (passed > reached) {
      advanceTo(new Watermark(passed));
    }
    awaitEnd(last);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    boolean end = mark.getTimestamp() == Long.MAX_VALUE;
    if (end || !options.isClocked()) {
      advanceTo(mark);
    }
  }

  private void advanceTo(Watermark mark) throws Exception {
    flush(mark.getTimestamp());
    reached = mark.getTimestamp();
    super.processWatermark(mark);
  }

  /** When idle, the watermark may advance without this subtask and close the windows it holds. */
  @Override
  public void processWatermarkStatus(WatermarkStatus status) throws Exception {
    if (options.isClocked()) {
      return;
    }
    if (status.isIdle()) {
      flush(Long.MAX_VALUE);
    }
    super.processWatermarkStatus(status);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) {
    flush(Long.MAX_VALUE);
  }

  @Override
  public void close() throws Exception {
    if (nextEnd != null) {
      nextEnd.cancel(false);
    }
    super.close();
  }

  private void flush(long instant) {
    buffer.flush(instant, partial -> output.collect(new StreamRecord<>(partial)));
  }
}
