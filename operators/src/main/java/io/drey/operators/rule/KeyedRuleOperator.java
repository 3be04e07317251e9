// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import io.drey.operators.internal.recency.Recency;
import io.drey.operators.meaning.Marked;
import io.drey.operators.meaning.MarkerState;
import io.drey.operators.meaning.OperatorMarker;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.SimpleTimerService;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimeServiceManager;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Runs a {@link KeyedRule}: counts the events that the step receives, those that are behind the
 * watermark and the records of each output, sends invalid events to their side output, and evicts
 * keys beyond the cap.
 */
public final class KeyedRuleOperator<K, I, O> extends MeasuredOperator<K, I, O> implements Marked {
  private static final long serialVersionUID = 1L;

  /** The id of the side output for invalid events. */
  public static final String INVALID = "invalid";

  private final @Nullable Integer maxKeys;
  private final boolean isClocked;
  private final OperatorMarker marker;
  private final TypeInformation<K> keyType;
  private final Rejection<I> rejection;

  @SuppressWarnings("NullAway.Init") // in open
  private transient Counter eventsIn;

  @SuppressWarnings("NullAway.Init") // in open
  private transient Counter lateEvents;

  /** The watermark; in processing time none. */
  private transient long reached;

  @SuppressWarnings("NullAway.Init") // in initializeState, if there is a cap
  private transient ListState<Tuple4<Integer, K, K, Integer>> groups;

  private transient @Nullable Recency<K> recency;
  private transient @Nullable KeyCap<K> cap;

  private KeyedRuleOperator(
      KeyedStream<I, K> events, KeyedRule<K, I, O> rule, KeyedSettings settings, String step) {
    super(rule, step, step);
    this.maxKeys = settings.maxKeys();
    this.isClocked = settings.time() == TimeDomain.PROCESSING_TIME;
    this.marker = OperatorMarker.of(rule.states(), events.getKeySelector());
    this.keyType = events.getKeyType();
    this.rejection = new Rejection<>(events.getType());
  }

  /** The tag of invalid events. */
  public static <T> OutputTag<T> invalid(TypeInformation<T> type) {
    return new OutputTag<>(INVALID, type);
  }

  /**
   * Attaches a rule to a stream.
   *
   * @param uid of the operator, and the step of its metrics
   */
  public static <K, I, O> SingleOutputStreamOperator<O> on(
      KeyedStream<I, K> events,
      KeyedRule<K, I, O> rule,
      KeyedSettings settings,
      TypeInformation<O> type,
      String uid) {
    return events
        .transform(
            Uids.unused(uid, events.getExecutionEnvironment()),
            type,
            new KeyedRuleOperator<>(events, rule, settings, uid))
        .uid(uid);
  }

  @Override
  public OperatorMarker marker() {
    return marker;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    MarkerState.mark(context.getOperatorStateStore(), marker);
    if (maxKeys != null) {
      groups = context.getOperatorStateStore().getUnionListState(RecencyState.groups(keyType));
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    if (recency != null) {
      groups.update(recency.groups());
    }
  }

  @Override
  public void open() throws Exception {
    StepMetrics metrics = new StepMetrics(getMetricGroup(), step());
    eventsIn = metrics.eventsIn();
    lateEvents = metrics.lateEvents();
    reached = Long.MIN_VALUE;
    output = new CountingOutput<>(output, metrics);
    rule().emitTo(output);
    rule().runIn(this);
    super.open();
    if (maxKeys != null) {
      openCap(maxKeys, metrics);
    }
  }

  private void openCap(int keys, StepMetrics metrics) throws Exception {
    Recency<K> order =
        new Recency<>(
            this,
            getRuntimeContext().getState(RecencyState.older(keyType)),
            getRuntimeContext().getState(RecencyState.newer(keyType)),
            getRuntimeContext().getTaskInfo(),
            groups.get());
    recency = order;
    cap = new KeyCap<>(keys, rule(), order, this, timers(), metrics.evictedKeys());
    metrics.liveKeys(order::size);
  }

  /** The rule's timers: there is one service of that name. */
  private TimerService timers() {
    return new SimpleTimerService(
        getInternalTimerService("user-timers", VoidNamespaceSerializer.INSTANCE, this));
  }

  @Override
  public void processElement(StreamRecord<I> element) throws Exception {
    rule().handle(element);
    try {
      super.processElement(element);
    } catch (InvalidEventException e) {
      rejection.reject(element, e, output);
      return;
    }
    if (!rule().isEvent(element.getValue())) {
      return;
    }
    eventsIn.inc();
    if (cap != null) {
      cap.touched(rule().currentKey());
    }
    long time = element.getTimestamp();
    if (time <= reached && !KeyedRule.isMissing(time)) {
      lateEvents.inc();
      catchUp();
    }
  }

  /**
   * Does at once what a late event has set for an instant that has passed. Flink would do it at the
   * next watermark, which comes at another moment in each run.
   */
  private void catchUp() throws Exception {
    InternalTimeServiceManager<?> timers = getTimeServiceManager().orElseThrow();
    timers.advanceWatermark(new Watermark(reached));
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (!isClocked) {
      reached = mark.getTimestamp();
    }
    super.processWatermark(mark);
  }

  /** Timers with the rule's own namespaces, after each of which the cap is checked too. */
  <N> InternalTimerService<N> timers(
      String name, TypeSerializer<N> namespace, Triggerable<K, N> target) {
    return getInternalTimerService(
        name,
        namespace,
        new Triggerable<K, N>() {
          @Override
          public void onEventTime(InternalTimer<K, N> timer) throws Exception {
            target.onEventTime(timer);
            timed(timer.getKey());
          }

          @Override
          public void onProcessingTime(InternalTimer<K, N> timer) throws Exception {
            target.onProcessingTime(timer);
            timed(timer.getKey());
          }
        });
  }

  @Override
  public void onEventTime(InternalTimer<K, VoidNamespace> timer) throws Exception {
    super.onEventTime(timer);
    timed(timer.getKey());
  }

  @Override
  public void onProcessingTime(InternalTimer<K, VoidNamespace> timer) throws Exception {
    super.onProcessingTime(timer);
    timed(timer.getKey());
  }

  private void timed(K key) throws Exception {
    if (cap != null) {
      cap.timed(key);
    }
  }

  private KeyedRule<K, I, O> rule() {
    return (KeyedRule<K, I, O>) userFunction;
  }
}
