package io.drey.operators.stateful;

import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of the current key: the state of the function, the end of it in event time, and
 * its timers, which are there for as long as it is.
 */
final class KeyState<S> {
  private final UserState<S> holding;

  /** Null where event time ends nothing. */
  private final @Nullable Expiry expiry;

  /** Null for a function without timers. */
  private final @Nullable KeyTimers timers;

  @SuppressWarnings("NullAway.Init") // in begin
  private TimerService service;

  KeyState(UserState<S> holding, @Nullable Expiry expiry, @Nullable KeyTimers timers) {
    this.holding = holding;
    this.expiry = expiry;
    this.timers = timers;
  }

  /** Turns to the current key; what a call has set and not saved is dropped. */
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

  /** Whether it cannot do without the time of an event. */
  boolean needsTime() {
    return expiry != null || timers != null;
  }

  /** What is kept, not to be changed; null for nothing. */
  @Nullable S kept() throws Exception {
    S kept = holding.kept();
    if (kept == null && timers != null) {
      // those of a state that Flink's ttl has freed
      timers.clear(service);
    }
    return kept;
  }

  /** What is kept, or what a new key has, to be changed at will. */
  S lend(@Nullable S kept) {
    return holding.lend(kept);
  }

  /** Keeps what a call has returned, and the timers it has set. */
  void keep(S state) throws Exception {
    holding.save(state);
    if (timers != null && timers.save(service) && expiry != null) {
      expiry.standAgain(service);
    }
  }

  /** After an event that has left a state: in event time it lasts from then on. */
  void touch(long time) throws Exception {
    if (expiry != null) {
      expiry.touch(time, service);
    }
  }

  void forget() throws Exception {
    holding.clear();
    if (expiry != null) {
      expiry.clear(service);
    }
    if (timers != null) {
      timers.clear(service);
    }
  }

  /** The instant in event time at which all is forgotten; null if there is none. */
  @Nullable Long deadline() {
    return expiry == null ? null : expiry.deadline();
  }

  /** After a timer of Flink's in event time. */
  void timed(long instant) throws Exception {
    if (expiry != null) {
      expiry.timed(instant, service);
    }
  }

  boolean isAnyDue(TimeDomain domain, long instant) {
    return timers != null && timers.pending(domain).isAnyUntil(instant);
  }

  /** Takes the first timer of a kind away, to be handled. */
  long take(TimeDomain domain) {
    if (timers == null) {
      throw new IllegalStateException("Cannot take a timer: the function has none");
    }
    return timers.take(domain);
  }

  /** At the end of input nothing waits for the clock any more, and nothing may begin to. */
  void setOver(boolean over) {
    if (timers != null) {
      timers.setOver(over);
    }
  }

  boolean isLive() throws Exception {
    return expiry == null ? holding.kept() != null : expiry.isLive();
  }
}
