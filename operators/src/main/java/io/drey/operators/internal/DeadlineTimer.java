package io.drey.operators.internal;

import java.io.Serializable;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;

/**
 * Timers for what is still to be emitted, in the time of a rule. In processing time there is one at
 * the end of event time too: that is the end of bounded input, where every alarm is due.
 *
 * @param domain the time of the rule
 */
public record DeadlineTimer(TimeDomain domain) implements Serializable {
  /** Sets a timer of the current key at an instant, in ms. */
  public void set(TimerService timers, long instant) {
    if (domain == TimeDomain.EVENT_TIME) {
      timers.registerEventTimeTimer(instant);
    } else {
      timers.registerProcessingTimeTimer(instant);
      timers.registerEventTimeTimer(Long.MAX_VALUE);
    }
  }

  /** Takes back a timer of the current key. */
  public void unset(TimerService timers, long instant) {
    if (domain == TimeDomain.EVENT_TIME) {
      timers.deleteEventTimeTimer(instant);
    } else {
      timers.deleteProcessingTimeTimer(instant);
    }
  }

  /** Says that the current key has nothing to emit any more. */
  public void unsetEnd(TimerService timers) {
    if (domain == TimeDomain.PROCESSING_TIME) {
      timers.deleteEventTimeTimer(Long.MAX_VALUE);
    }
  }
}
