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
 * A {@link KeyedProcessFunction} whose results may carry an instant of their own: that of the
 * deadline that caused them, whether a timer or a later event brought it to light. Runs in a {@link
 * KeyedRuleOperator} only.
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

  /** Whether anything is kept for the current key; asked where the number of keys is capped. */
  protected abstract boolean isLive() throws Exception;

  /**
   * Gives the current key up: emits the events that are kept for it on {@code evicted}, clears its
   * state and deletes its timers.
   */
  protected abstract void evict(TimerService timers) throws Exception;

  /** Whether what came is counted and touches its key: not a message of the step to itself. */
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

  /** The key whose state is seen: of the event, of the timer, or of what is given up. */
  @SuppressWarnings("unchecked") // the key selector gave it
  protected final K currentKey() {
    return (K) operator.getCurrentKey();
  }

  /** Timers of their own name that tell what they are for; for {@code open}. */
  protected final <N> InternalTimerService<N> timers(
      String name, TypeSerializer<N> namespace, Triggerable<K, N> target) {
    return operator.timers(name, namespace, target);
  }

  /** All keys of this subtask that have a value in a state, in no order; to be closed. */
  protected final Stream<K> keysWith(ValueStateDescriptor<?> state) {
    KeyedStateBackend<K> backend = operator.getKeyedStateBackend();
    return backend.getKeys(state.getName(), VoidNamespace.INSTANCE);
  }

  /** Emits to a named output with the timestamp of the event being handled, if it has one. */
  protected final <X> void emitNow(OutputTag<X> tag, X value) {
    StreamRecord<X> record = new StreamRecord<>(value);
    if (handled.hasTimestamp()) {
      record.setTimestamp(handled.getTimestamp());
    }
    output.collect(tag, record);
  }

  /** Emits to the main output at an instant, in ms. */
  protected final void emitAt(long instant, O value) {
    output.collect(new StreamRecord<>(value, instant));
  }

  /** Emits to a named output at an instant, in ms. */
  protected final <X> void emitAt(long instant, OutputTag<X> tag, X value) {
    output.collect(tag, new StreamRecord<>(value, instant));
  }

  /**
   * The event's time in ms: its timestamp, or in processing time the moment it is seen.
   *
   * @throws IllegalStateException in event time, for an event without a timestamp
   */
  protected final long timeOf(Context context, TimeDomain domain) {
    if (domain == TimeDomain.PROCESSING_TIME) {
      return context.timerService().currentProcessingTime();
    }
    return timestampOf(context.timestamp());
  }

  /**
   * An event's timestamp.
   *
   * @throws IllegalStateException if it has none
   */
  public static long timestampOf(@Nullable Long timestamp) {
    if (timestamp == null) {
      throw new IllegalStateException(
          "Event has no timestamp: its stream needs a watermark strategy");
    }
    return timestamp;
  }
}
