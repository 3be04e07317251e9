// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import io.drey.operators.internal.size.StateMeter;
import io.drey.operators.meaning.Marked;
import io.drey.operators.meaning.OperatorMarker;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.InternalTimeServiceManagerImpl;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * Runs a keyed function, and tells how much state it holds, in the metrics of its step. State is
 * measured in the operator's thread, where somebody has asked for it, at most once a second; and
 * before the end of the input frees what is left of it.
 */
public class MeasuredOperator<K, I, O> extends KeyedProcessOperator<K, I, O> {
  private static final long serialVersionUID = 1L;

  private final String step;
  private final String uid;

  private @Nullable Definition definition;

  private transient @Nullable StateGauge gauge;

  protected MeasuredOperator(KeyedProcessFunction<K, I, O> function, String step, String uid) {
    super(function);
    this.step = step;
    this.uid = uid;
  }

  /**
   * Attaches a function to a stream.
   *
   * @param step of the metrics, whose keys the operator counts if that is its uid
   */
  public static <K, I, O> SingleOutputStreamOperator<O> on(
      KeyedStream<I, K> events,
      KeyedProcessFunction<K, I, O> function,
      TypeInformation<O> type,
      String step,
      String uid) {
    return events
        .transform(
            Uids.unused(uid, events.getExecutionEnvironment()),
            type,
            new MeasuredOperator<>(function, step, uid))
        .uid(uid);
  }

  /** What marks the operator that a factory makes as one of Drey's; null if nothing does. */
  public static @Nullable OperatorMarker markerOf(StreamOperatorFactory<?> factory) {
    if (!(factory instanceof SimpleOperatorFactory<?> simple)
        || !(simple.getOperator() instanceof MeasuredOperator<?, ?, ?> operator)) {
      return null;
    }
    Object marked = operator instanceof Marked ? operator : operator.getUserFunction();
    return marked instanceof Marked one ? one.marker() : null;
  }

  /** Lets the operator record its definition, and refuse the state of another one. */
  void define(Definition own) {
    definition = own;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    if (definition != null) {
      definition.recordIn(context.getOperatorStateStore(), uid);
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    KeyedStateBackend<K> backend = getKeyedStateBackend();
    StateMeter meter = StateMeter.of(backend, this::timers, RecencyState.OF_KEYS);
    if (meter != null) {
      gauge = new StateGauge(meter, getProcessingTimeService(), System::nanoTime);
      new StepMetrics(getMetricGroup(), step).state(gauge, step.equals(uid));
    }
  }

  private long timers() {
    return getTimeServiceManager()
        .map(services -> (InternalTimeServiceManagerImpl<?>) services)
        .map(services -> services.numEventTimeTimers() + services.numProcessingTimeTimers())
        .orElse(0);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (gauge != null && mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
      gauge.last();
    }
    super.processWatermark(mark);
  }

  /** Of an operator whose input did not end, such as one stopped with a savepoint. */
  @Override
  public void close() throws Exception {
    try {
      if (gauge != null) {
        gauge.last();
      }
    } finally {
      super.close();
    }
  }

  /** The step, for messages. */
  String step() {
    return step;
  }
}
