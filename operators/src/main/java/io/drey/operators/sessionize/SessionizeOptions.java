// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import io.drey.operators.internal.Spans;
import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When {@link Sessionize} closes a session without an end event.
 *
 * @param gap how long after its latest event an event still belongs to the session, in whole
 *     milliseconds; null for half an hour without end events, and for no limit with them
 * @param maxDuration how long after its earliest event an event still belongs to the session, in
 *     whole milliseconds; null for no limit
 * @param maxEvents the maximum number of events of a session
 * @param settings the time domain and the maximum number of keys
 */
public record SessionizeOptions(
    @Nullable Duration gap, @Nullable Duration maxDuration, int maxEvents, KeyedSettings settings)
    implements Serializable {
  private static final Duration USUAL_GAP = Duration.ofMinutes(30);
  private static final int MAX_EVENTS = 10_000;

  public SessionizeOptions {
    check(gap, maxDuration, maxEvents);
  }

  /**
   * Checks options.
   *
   * @throws IllegalArgumentException if a duration is shorter than a millisecond, or no event is
   *     allowed
   */
  public static void check(@Nullable Duration gap, @Nullable Duration maxDuration, int maxEvents) {
    Spans.requireMillis("gap", gap);
    Spans.requireMillis("max-duration", maxDuration);
    if (maxEvents < 1) {
      throw new IllegalArgumentException(
          "Invalid max-events: must be at least 1 but was " + maxEvents);
    }
  }

  /** Sessions close on their end event, or without end events after a gap of half an hour. */
  public static SessionizeOptions usual() {
    return new SessionizeOptions(null, null, MAX_EVENTS, KeyedSettings.EVENT_TIME);
  }

  /** Sessions close after this gap without an event. */
  public static SessionizeOptions withGap(Duration gap) {
    return new SessionizeOptions(gap, null, MAX_EVENTS, KeyedSettings.EVENT_TIME);
  }

  /** A copy with a maximum duration of sessions. */
  public SessionizeOptions withMaxDuration(Duration duration) {
    return new SessionizeOptions(gap, duration, maxEvents, settings);
  }

  /** A copy with a maximum number of events per session. */
  public SessionizeOptions withMaxEvents(int events) {
    return new SessionizeOptions(gap, maxDuration, events, settings);
  }

  /** A copy with another time domain or maximum number of keys. */
  public SessionizeOptions with(KeyedSettings other) {
    return new SessionizeOptions(gap, maxDuration, maxEvents, other);
  }

  /** The gap that closes sessions with these functions; null if none does. */
  public @Nullable Duration gapFor(SessionFunctions<?> functions) {
    return gap == null && functions.ends() == null ? USUAL_GAP : gap;
  }
}
