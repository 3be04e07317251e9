package io.drey.operators.stateful;

import io.drey.operators.internal.Instants;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * When event time ends the state of the current key: a ttl after its latest event. One timer a key
 * stands for it, moved on when it fires.
 */
final class Expiry {
  private final long ttl;
  private final ValueState<Long> lastAt;

  /** Where its timer stands; null where no other timers are that it could be taken for. */
  private final @Nullable ValueState<Long> freesAt;

  private @Nullable Long last;

  Expiry(long ttl, ValueState<Long> lastAt, @Nullable ValueState<Long> freesAt) {
    this.ttl = ttl;
    this.lastAt = lastAt;
    this.freesAt = freesAt;
  }

  /** Reads what is known of the current key. */
  void begin() throws Exception {
    last = lastAt.value();
  }

  /** The instant at which the state is forgotten; null if there is none. */
  @Nullable Long deadline() {
    return last == null ? null : Instants.plus(last, ttl);
  }

  boolean isLive() throws Exception {
    return lastAt.value() != null;
  }

  /** After an event of the key. */
  void touch(long time, TimerService timers) throws Exception {
    if (last == null) {
      standAt(Instants.plus(time, ttl), timers);
    }
    if (last == null || time > last) {
      lastAt.update(time);
    }
  }

  /** After a timer before the deadline: if it was the one that stands for that, it moves on. */
  void timed(long at, TimerService timers) throws Exception {
    Long deadline = deadline();
    if (deadline != null && (freesAt == null || Long.valueOf(at).equals(freesAt.value()))) {
      standAt(deadline, timers);
    }
  }

  private void standAt(long instant, TimerService timers) throws Exception {
    timers.registerEventTimeTimer(instant);
    if (freesAt != null) {
      freesAt.update(instant);
    }
  }

  /** After another timer was deleted: it may have been at the same instant. */
  void standAgain(TimerService timers) throws Exception {
    Long instant = freesAt == null ? null : freesAt.value();
    if (instant != null) {
      timers.registerEventTimeTimer(instant);
    }
  }

  /** A timer that has moved since it was set fires once more, for nothing. */
  void clear(TimerService timers) throws Exception {
    Long instant = freesAt == null ? deadline() : freesAt.value();
    if (instant != null) {
      timers.deleteEventTimeTimer(instant);
    }
    lastAt.clear();
    if (freesAt != null) {
      freesAt.clear();
    }
    last = null;
  }
}
