// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import java.util.Objects;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.jspecify.annotations.Nullable;

/**
 * The timers of entries that expire, one per entry. In processing time there is also one at the end
 * of event time, for the end of bounded input.
 */
final class Expiries {
  private static final long END = Long.MAX_VALUE;

  private final InternalTimerService<String> timers;
  private final boolean byTheClock;

  Expiries(InternalTimerService<String> timers, TimeDomain domain) {
    this.timers = timers;
    this.byTheClock = domain == TimeDomain.PROCESSING_TIME;
  }

  /** Moves the timer of an entry of the current scope. */
  void move(String key, @Nullable Long from, @Nullable Long to) {
    if (Objects.equals(from, to)) {
      return;
    }
    if (from != null) {
      unset(key, from);
    }
    if (to != null) {
      set(key, to);
    }
  }

  private void set(String key, long instant) {
    if (byTheClock) {
      timers.registerProcessingTimeTimer(key, instant);
      timers.registerEventTimeTimer(key, END);
    } else {
      timers.registerEventTimeTimer(key, instant);
    }
  }

  private void unset(String key, long instant) {
    if (byTheClock) {
      timers.deleteProcessingTimeTimer(key, instant);
      timers.deleteEventTimeTimer(key, END);
    } else {
      timers.deleteEventTimeTimer(key, instant);
    }
  }
}
