// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

/**
 * The timers of a key, at most one per instant. They are deleted with the key's state: a timer
 * after the end of its {@code ttl} never fires.
 */
public interface Timers {
  /**
   * Sets a timer that fires when event time has passed an instant: before the first event of the
   * key that is later, and at the latest when the watermark reaches it. At the end of input all
   * timers fire, including those that they set in turn.
   *
   * @param at in ms
   * @throws IllegalArgumentException during a timer, if it is not later than that timer
   */
  void setEventTime(long at);

  /** Deletes a timer in event time, if there is one. */
  void unsetEventTime(long at);

  /**
   * Sets a timer in processing time. Timers that are pending at the end of input fire then; those
   * that they set in turn do not.
   *
   * @param at in ms
   */
  void setProcessingTime(long at);

  /** Deletes a timer in processing time, if there is one. */
  void unsetProcessingTime(long at);

  /** The current processing time, in ms. */
  long processingTime();
}
