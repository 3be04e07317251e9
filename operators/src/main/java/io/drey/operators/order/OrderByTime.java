// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.order;

import io.drey.operators.internal.StateForm;
import io.drey.operators.meaning.Marked;
import io.drey.operators.meaning.MarkerState;
import io.drey.operators.meaning.OperatorMarker;
import io.drey.operators.rule.KeyedRule;
import io.drey.operators.rule.MeasuredOperator;
import io.drey.operators.rule.OutputCounter;
import io.drey.operators.rule.StepMetrics;
import io.drey.operators.rule.Uids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Emits the events of each key in the order of their exact time, ties in order of arrival.
 *
 * <p><b>Time:</b> event time. An event is buffered until the watermark reaches its timestamp; an
 * event that arrives at or behind the watermark goes to {@link #late}.
 *
 * <p><b>State:</b> the buffered events, about as many as arrive within the stream's
 * out-of-orderness.
 */
public final class OrderByTime<K, T> extends KeyedProcessFunction<K, T, T>
    implements CheckpointedFunction, Marked {
  private static final long serialVersionUID = 1L;

  /** The id of the side output for late events. */
  public static final String LATE = "late";

  private final StateForm<T> form;
  private final ExactTime<T> exactTime;
  private final OutputTag<T> late;
  private final String step;
  private final OperatorMarker marker;

  private transient MapState<Long, List<T>> waiting;
  private transient OutputCounter lateEvents;

  OrderByTime(KeyedStream<T, K> events, ExactTime<T> exactTime, StateForm<T> form, String step) {
    this.step = step;
    this.marker = OperatorMarker.of(OrderByTimeState.class, events.getKeySelector());
    this.form = form;
    this.exactTime = exactTime;
    this.late = late(events.getType());
  }

  /** The tag of the late events. */
  public static <T> OutputTag<T> late(TypeInformation<T> type) {
    return new OutputTag<>(LATE, type);
  }

  /**
   * Sorts a stream.
   *
   * @param exactTime orders the events of one millisecond; an event for which it returns null comes
   *     first
   * @param step the step under which the sorter's metrics are counted
   */
  public static <K, T> SingleOutputStreamOperator<T> on(
      KeyedStream<T, K> events, ExactTime<T> exactTime, String step, String uid) {
    return on(events, exactTime, StateForm.of(events.getType()), step, uid);
  }

  /** The same with an explicit form of the events in state. */
  public static <K, T> SingleOutputStreamOperator<T> on(
      KeyedStream<T, K> events,
      ExactTime<T> exactTime,
      StateForm<T> form,
      String step,
      String uid) {
    return MeasuredOperator.on(
        events, new OrderByTime<>(events, exactTime, form, step), events.getType(), step, uid);
  }

  /** The same before another operator, whose step the state counts for. */
  static <K, T> SingleOutputStreamOperator<T> on(
      KeyedStream<T, K> events, ExactTime<T> exactTime, StateForm<T> form, String step, Uids uids) {
    OrderByTime<K, T> sorter = new OrderByTime<>(events, exactTime, form, step);
    return MeasuredOperator.on(events, sorter, events.getType(), uids.uid(), uids.order());
  }

  @Override
  public OperatorMarker marker() {
    return marker;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    MarkerState.mark(context.getOperatorStateStore(), marker);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {}

  @Override
  public void open(OpenContext openContext) {
    waiting = getRuntimeContext().getMapState(OrderByTimeState.buffered(form.stateType()));
    lateEvents = StepMetrics.output(getRuntimeContext().getMetricGroup(), step, LATE);
  }

  @Override
  public void processElement(T event, Context ctx, Collector<T> out) throws Exception {
    long time = KeyedRule.timestampOf(ctx.timestamp(), step);
    if (time <= ctx.timerService().currentWatermark()) {
      lateEvents.count(event);
      ctx.output(late, event);
      return;
    }
    List<T> sameInstant = waiting.get(time);
    if (sameInstant == null) {
      sameInstant = new ArrayList<>(1);
      ctx.timerService().registerEventTimeTimer(time);
    }
    sameInstant.add(form.slim(event));
    waiting.put(time, sameInstant);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext ctx, Collector<T> out) throws Exception {
    List<T> due = waiting.get(timestamp);
    if (due == null) {
      return; // they were erased from the savepoint
    }
    if (due.size() > 1) {
      due = sorted(due, timestamp);
    }
    for (T event : due) {
      out.collect(form.revive(event, ctx.getCurrentKey()));
    }
    waiting.remove(timestamp);
  }

  private List<T> sorted(List<T> events, long millis) {
    record Timed<T>(Instant instant, T event) {}

    List<Timed<T>> timed = new ArrayList<>(events.size());
    for (T event : events) {
      Instant instant = exactTime.of(event, millis);
      timed.add(new Timed<>(instant == null ? Instant.MIN : instant, event));
    }
    timed.sort(Comparator.comparing(Timed::instant));
    return timed.stream().map(Timed::event).toList();
  }
}
