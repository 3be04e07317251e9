// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal;

import java.io.Serializable;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;

/**
 * Timers for results that are still to be emitted, in the time domain of a rule. In processing time
 * there is also one at the end of event time: it fires at the end of bounded input, where every
 * deadline is due.
 *
 * @param domain the time domain of the rule
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

  /** Deletes a timer of the current key. */
  public void unset(TimerService timers, long instant) {
    if (domain == TimeDomain.EVENT_TIME) {
      timers.deleteEventTimeTimer(instant);
    } else {
      timers.deleteProcessingTimeTimer(instant);
    }
  }

  /** Call when the current key has nothing more to emit. */
  public void unsetEnd(TimerService timers) {
    if (domain == TimeDomain.PROCESSING_TIME) {
      timers.deleteEventTimeTimer(Long.MAX_VALUE);
    }
  }
}
