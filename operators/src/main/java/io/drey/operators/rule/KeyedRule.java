// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * A {@link KeyedProcessFunction} whose results may have a timestamp of their own: the deadline that
 * caused them, whether a timer or a later event revealed it. Runs only in a {@link
 * KeyedRuleOperator}.
 */
public abstract class KeyedRule<K, I, O> extends KeyedProcessFunction<K, I, O> {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("NullAway.Init") // by the operator, before open
  private transient Output<StreamRecord<O>> output;

  @SuppressWarnings("NullAway.Init") // by the operator, before open
  private transient KeyedRuleOperator<K, I, O> operator;

  @SuppressWarnings("NullAway.Init") // by the operator, before processElement
  private transient StreamRecord<I> handled;

  protected KeyedRule() {}

  /** The class that declares the rule's states. */
  protected abstract Class<?> states();

  /** Whether the current key has state; called if the number of keys is capped. */
  protected abstract boolean isLive() throws Exception;

  /**
   * Evicts the current key: emits the events in its state to {@code evicted}, clears its state and
   * deletes its timers.
   */
  protected abstract void evict(TimerService timers) throws Exception;

  /**
   * Whether the input counts in metrics and as a use of its key; false for internal messages of the
   * step.
   */
  protected boolean isEvent(I element) {
    return true;
  }

  final void emitTo(Output<StreamRecord<O>> target) {
    output = target;
  }

  final void runIn(KeyedRuleOperator<K, I, O> runner) {
    operator = runner;
  }

  final void handle(StreamRecord<I> event) {
    handled = event;
  }

  /** The current key: of the event, of the timer, or of the eviction. */
  @SuppressWarnings("unchecked") // the key selector gave it
  protected final K currentKey() {
    return (K) operator.getCurrentKey();
  }

  /** Timers with a name and namespaces of their own; to be called in {@code open}. */
  protected final <N> InternalTimerService<N> timers(
      String name, TypeSerializer<N> namespace, Triggerable<K, N> target) {
    return operator.timers(name, namespace, target);
  }

  /** All keys of this subtask with a value in a state, in no particular order; to be closed. */
  protected final Stream<K> keysWith(ValueStateDescriptor<?> state) {
    KeyedStateBackend<K> backend = operator.getKeyedStateBackend();
    return backend.getKeys(state.getName(), VoidNamespace.INSTANCE);
  }

  /** Emits to a side output with the timestamp of the event being handled, if it has one. */
  protected final <X> void emitNow(OutputTag<X> tag, X value) {
    StreamRecord<X> record = new StreamRecord<>(value);
    if (handled.hasTimestamp()) {
      record.setTimestamp(handled.getTimestamp());
    }
    output.collect(tag, record);
  }

  /** Emits to the main output with a timestamp, in ms. */
  protected final void emitAt(long instant, O value) {
    output.collect(new StreamRecord<>(value, instant));
  }

  /** Emits to a side output with a timestamp, in ms. */
  protected final <X> void emitAt(long instant, OutputTag<X> tag, X value) {
    output.collect(tag, new StreamRecord<>(value, instant));
  }

  /** The timestamp (ms) of the event being handled; null if it has none. */
  protected final @Nullable Long timestampOfHandled() {
    boolean isMissing = !handled.hasTimestamp() || isMissing(handled.getTimestamp());
    return isMissing ? null : Long.valueOf(handled.getTimestamp());
  }

  /**
   * The event's time in ms: its timestamp, or the current processing time.
   *
   * @throws IllegalStateException in event time, for an event without a timestamp
   */
  protected final long timeOf(Context context, TimeDomain domain) {
    if (domain == TimeDomain.PROCESSING_TIME) {
      return context.timerService().currentProcessingTime();
    }
    return timestampOf(context.timestamp(), operator.step());
  }

  /** The step that the rule is, for messages. */
  protected final String step() {
    return operator.step();
  }

  /** Whether an event has no timestamp: Flink's sources mark that by the least one. */
  public static boolean isMissing(@Nullable Long timestamp) {
    return timestamp == null || timestamp == Long.MIN_VALUE;
  }

  /**
   * An event's timestamp.
   *
   * @throws IllegalStateException if it has none; the message names the step and what to do
   */
  public static long timestampOf(@Nullable Long timestamp, String step) {
    if (timestamp == null || timestamp == Long.MIN_VALUE) {
      throw new IllegalStateException(
          "Cannot run '"
              + step
              + "' in event time: an event has no timestamp (call assignTimestampsAndWatermarks"
              + " with a WatermarkStrategy on its stream, or take KeyedSettings.PROCESSING_TIME)");
    }
    return timestamp;
  }
}
