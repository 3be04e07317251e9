package io.drey.operators.sessionize;

import io.drey.operators.internal.Spans;
import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When {@link Sessionize} ends a session by itself.
 *
 * @param gap how long after its latest event an event still belongs to it, to the millisecond; null
 *     for half an hour if there are no end events, for any time if there are
 * @param maxDuration how long after its earliest event an event still belongs to it, to the
 *     millisecond; null for any time
 * @param maxEvents how many events it has at most
 * @param settings its notion of time, and how many keys are kept
 */
public record SessionizeOptions(
    @Nullable Duration gap, @Nullable Duration maxDuration, int maxEvents, KeyedSettings settings)
    implements Serializable {
  private static final Duration USUAL_GAP = Duration.ofMinutes(30);
  private static final int MAX_EVENTS = 10_000;

  public SessionizeOptions {
    Spans.requireMillis("gap", gap);
    Spans.requireMillis("max-duration", maxDuration);
    if (maxEvents < 1) {
      throw new IllegalArgumentException(
          "Invalid max-events: must be at least 1 but was " + maxEvents);
    }
  }

  /** A session ends with its end event, or after half an hour without one if there are none. */
  public static SessionizeOptions usual() {
    return new SessionizeOptions(null, null, MAX_EVENTS, KeyedSettings.EVENT_TIME);
  }

  /** A session ends after so long without an event. */
  public static SessionizeOptions withGap(Duration gap) {
    return new SessionizeOptions(gap, null, MAX_EVENTS, KeyedSettings.EVENT_TIME);
  }

  /** The same with sessions that last so long at most. */
  public SessionizeOptions withMaxDuration(Duration duration) {
    return new SessionizeOptions(gap, duration, maxEvents, settings);
  }

  /** The same with sessions of so many events at most. */
  public SessionizeOptions withMaxEvents(int events) {
    return new SessionizeOptions(gap, maxDuration, events, settings);
  }

  /** The same with another notion of time or number of keys. */
  public SessionizeOptions with(KeyedSettings other) {
    return new SessionizeOptions(gap, maxDuration, maxEvents, other);
  }

  /** The gap that ends sessions of such functions; null if none does. */
  public @Nullable Duration gapFor(SessionFunctions<?> functions) {
    return gap == null && functions.ends() == null ? USUAL_GAP : gap;
  }
}
