package io.drey.operators.stateful;

/**
 * The timers of a key. Several for one instant are one. They end with the key's state: a timer that
 * lies behind the end of its {@code ttl} never fires.
 */
public interface Timers {
  /**
   * Sets a timer that fires when event time has passed an instant: before the first event of the
   * key that is later, at the latest when the watermark reaches it. At the end of input all fire,
   * those too that they set in turn.
   *
   * @param at in ms
   * @throws IllegalArgumentException during a timer, if it is not later than that
   */
  void setEventTime(long at);

  /** Takes a timer in event time back, if there is one. */
  void unsetEventTime(long at);

  /**
   * Sets a timer by the clock of the machine. What is pending at the end of input fires then; what
   * timers set after it does not.
   *
   * @param at in ms
   */
  void setProcessingTime(long at);

  /** Takes a timer by the clock of the machine back, if there is one. */
  void unsetProcessingTime(long at);

  /** The clock of the machine, in ms. */
  long processingTime();
}
