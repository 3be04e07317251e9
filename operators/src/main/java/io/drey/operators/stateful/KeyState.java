// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * All state of the current key: the state of the function, its expiry in event time, and its
 * timers, which exist as long as the state does.
 */
final class KeyState<S> {
  private final UserState<S> userState;

  /** Null if the state does not expire in event time. */
  private final @Nullable Expiry expiry;

  /** Null for a function without timers. */
  private final @Nullable KeyTimers timers;

  @SuppressWarnings("NullAway.Init") // in begin
  private TimerService service;

  KeyState(UserState<S> userState, @Nullable Expiry expiry, @Nullable KeyTimers timers) {
    this.userState = userState;
    this.expiry = expiry;
    this.timers = timers;
  }

  /** Switches to the current key; what a call has set and not saved is dropped. */
  void begin(TimerService current) throws Exception {
    service = current;
    if (expiry != null) {
      expiry.begin();
    }
    beginCall();
  }

  /** Begins a call for the same key. */
  void beginCall() {
    if (timers != null) {
      timers.begin(service);
    }
  }

  /** Whether it needs the timestamps of events. */
  boolean needsTime() {
    return expiry != null || timers != null;
  }

  /** The state, not to be changed; null if there is none. */
  @Nullable S stored() throws Exception {
    S stored = userState.stored();
    if (stored == null && timers != null) {
      // timers of a state that Flink's state TTL has freed
      timers.clear(service);
    }
    return stored;
  }

  /** The state, or the initial state, to be changed at will. */
  S lend(@Nullable S stored) {
    return userState.lend(stored);
  }

  /** Saves the state that a call has returned, and the timers that it has set. */
  void keep(S state) throws Exception {
    userState.save(state);
    if (timers != null && timers.save(service) && expiry != null) {
      expiry.resetTimer(service);
    }
  }

  /** Called after an event that has left a state: its ttl in event time starts anew. */
  void touch(long time) throws Exception {
    if (expiry != null) {
      expiry.touch(time, service);
    }
  }

  void forget() throws Exception {
    userState.clear();
    if (expiry != null) {
      expiry.clear(service);
    }
    if (timers != null) {
      timers.clear(service);
    }
  }

  /** The instant in event time at which the state expires; null if there is none. */
  @Nullable Long deadline() {
    return expiry == null ? null : expiry.deadline();
  }

  /** Called after a Flink timer in event time. */
  void timed(long instant) throws Exception {
    if (expiry != null) {
      expiry.timed(instant, service);
    }
  }

  boolean isAnyDue(TimeDomain domain, long instant) {
    return timers != null && timers.pending(domain).isAnyUntil(instant);
  }

  /** Removes and returns the first timer of a kind, to be handled. */
  long take(TimeDomain domain) {
    if (timers == null) {
      throw new IllegalStateException("Cannot take a timer: the function has none");
    }
    return timers.take(domain);
  }

  /** At the end of input, no timer waits for processing time any more, and none may be set. */
  void setOver(boolean over) {
    if (timers != null) {
      timers.setOver(over);
    }
  }

  boolean isLive() throws Exception {
    return expiry == null ? userState.stored() != null : expiry.isLive();
  }
}
