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

  /** Whether the input has ended: the clock has nothing to wait for any more. */
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

  /** Begins a call; what another has set and not saved is dropped. */
  void begin(TimerService timers) {
    service = timers;
    fired = null;
    eventTime.begin();
    processingTime.begin();
  }

  PendingTimers pending(TimeDomain domain) {
    return domain == TimeDomain.EVENT_TIME ? eventTime : processingTime;
  }

  /** Takes the first of a kind away, to be handled. */
  long take(TimeDomain domain) {
    long at = pending(domain).take();
    fired = domain == TimeDomain.EVENT_TIME ? at : null;
    return at;
  }

  void setOver(boolean over) {
    isOver = over;
  }

  /**
   * Keeps what was set and unset.
   *
   * @return whether Flink was told of one in event time that is no more
   */
  boolean save(TimerService timers) throws IOException {
    processingTime.save(timers);
    return eventTime.save(timers);
  }

  /** Forgets all of the key. */
  void clear(TimerService timers) throws IOException {
    eventTime.clear(timers);
    processingTime.clear(timers);
    // that of the end of input, or one of event time there
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
      throw new IllegalStateException("Cannot tell the time: no call is being made");
    }
    return service.currentProcessingTime();
  }
}
