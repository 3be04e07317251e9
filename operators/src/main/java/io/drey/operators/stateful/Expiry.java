// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import io.drey.operators.internal.Instants;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * The expiry of the current key's state in event time: a ttl after its latest event. It has one
 * timer per key, which is set again when it fires early.
 */
final class Expiry {
  private final long ttl;
  private final ValueState<Long> lastAt;

  /** The instant of its timer; null if there are no other timers that it could be confused with. */
  private final @Nullable ValueState<Long> ttlTimer;

  private @Nullable Long last;

  Expiry(long ttl, ValueState<Long> lastAt, @Nullable ValueState<Long> ttlTimer) {
    this.ttl = ttl;
    this.lastAt = lastAt;
    this.ttlTimer = ttlTimer;
  }

  /** Reads the state of the current key. */
  void begin() throws Exception {
    last = lastAt.value();
  }

  /** The instant at which the state expires; null if there is none. */
  @Nullable Long deadline() {
    return last == null ? null : Instants.plus(last, ttl);
  }

  boolean isLive() throws Exception {
    return lastAt.value() != null;
  }

  /** Called after an event of the key. */
  void touch(long time, TimerService timers) throws Exception {
    if (last == null) {
      setTimer(Instants.plus(time, ttl), timers);
    }
    if (last == null || time > last) {
      lastAt.update(time);
    }
  }

  /**
   * Called after a timer before the deadline: if it was the one for the expiry, it is set again.
   */
  void timed(long at, TimerService timers) throws Exception {
    Long deadline = deadline();
    if (deadline != null && (ttlTimer == null || Long.valueOf(at).equals(ttlTimer.value()))) {
      setTimer(deadline, timers);
    }
  }

  private void setTimer(long instant, TimerService timers) throws Exception {
    timers.registerEventTimeTimer(instant);
    if (ttlTimer != null) {
      ttlTimer.update(instant);
    }
  }

  /** Called after another timer was deleted, which may have been at the same instant. */
  void resetTimer(TimerService timers) throws Exception {
    Long instant = ttlTimer == null ? null : ttlTimer.value();
    if (instant != null) {
      timers.registerEventTimeTimer(instant);
    }
  }

  /** A timer whose deadline has moved since it was set fires without effect. */
  void clear(TimerService timers) throws Exception {
    Long instant = ttlTimer == null ? deadline() : ttlTimer.value();
    if (instant != null) {
      timers.deleteEventTimeTimer(instant);
    }
    lastAt.clear();
    if (ttlTimer != null) {
      ttlTimer.clear();
    }
    last = null;
  }
}
