package io.drey.operators.stateful;

import org.apache.flink.util.OutputTag;

/**
 * What a {@link StatefulFunction} is told and may do during one call; of no use after it.
 *
 * @param <K> the key
 * @param <O> the result
 */
public interface Context<K, O> {
  /** The key of the event or the timer. */
  K key();

  /**
   * The time of the event, or the instant of the timer, in ms.
   *
   * @throws IllegalStateException in event time, for an event without a timestamp
   */
  long time();

  /**
   * Emits a result once the call has returned, with the time of the event or of the timer; it must
   * not be changed any more.
   */
  void emit(O result);

  /**
   * Emits to a named output; see {@link #emit}.
   *
   * @throws IllegalArgumentException if it is not among {@link StatefulFunction#outputs}
   */
  <X> void output(OutputTag<X> output, X value);

  /**
   * The timers of the key.
   *
   * @throws IllegalStateException if {@link StatefulFunction#onTimer} is not overridden
   */
  Timers timers();
}
