// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import io.drey.operators.internal.DeadlineTimer;
import java.io.IOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/** The timers of the current key, of both kinds. */
final class KeyTimers implements Timers {
  private final PendingTimers eventTime;
  private final PendingTimers processingTime;

  private @Nullable TimerService service;

  /** The instant of the timer in event time that is being handled. */
  private @Nullable Long fired;

  /** Whether the input has ended: no timer waits for processing time any more. */
  private boolean isOver;

  KeyTimers(RuntimeContext context) {
    this.eventTime =
        new PendingTimers(
            context.getState(StatefulState.eventTimers()),
            new DeadlineTimer(TimeDomain.EVENT_TIME));
    this.processingTime =
        new PendingTimers(
            context.getState(StatefulState.processingTimers()),
            new DeadlineTimer(TimeDomain.PROCESSING_TIME));
  }

  /** Begins a call; what an earlier call has set and not saved is dropped. */
  void begin(TimerService timers) {
    service = timers;
    fired = null;
    eventTime.begin();
    processingTime.begin();
  }

  PendingTimers pending(TimeDomain domain) {
    return domain == TimeDomain.EVENT_TIME ? eventTime : processingTime;
  }

  /** Removes and returns the first timer of a kind, to be handled. */
  long take(TimeDomain domain) {
    long at = pending(domain).take();
    fired = domain == TimeDomain.EVENT_TIME ? at : null;
    return at;
  }

  void setOver(boolean over) {
    isOver = over;
  }

  /**
   * Saves the timers that were set and unset.
   *
   * @return whether a timer in event time that Flink knew was deleted
   */
  boolean save(TimerService timers) throws IOException {
    processingTime.save(timers);
    return eventTime.save(timers);
  }

  /** Deletes all timers of the key. */
  void clear(TimerService timers) throws IOException {
    eventTime.clear(timers);
    processingTime.clear(timers);
    // the timer of the end of input, or one in event time at that instant
    timers.deleteEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void setEventTime(long at) {
    if (fired != null && at <= fired) {
      throw new IllegalArgumentException(
          "Invalid timer: must be later than the one handled, " + fired + ", but was " + at);
    }
    eventTime.set(at);
  }

  @Override
  public void unsetEventTime(long at) {
    eventTime.unset(at);
  }

  @Override
  public void setProcessingTime(long at) {
    if (!isOver) {
      processingTime.set(at);
    }
  }

  @Override
  public void unsetProcessingTime(long at) {
    processingTime.unset(at);
  }

  @Override
  public long processingTime() {
    if (service == null) {
      throw new IllegalStateException("Cannot read the time: no call is in progress");
    }
    return service.currentProcessingTime();
  }
}
