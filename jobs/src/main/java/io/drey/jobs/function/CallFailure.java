package io.drey.jobs.function;

import io.drey.operators.event.Event;
import java.io.Serializable;
import java.time.Instant;

/**
 * What a job fails with when a function throws: it says where to look.
 *
 * @param step the id of the function's step
 */
record CallFailure(String step) implements Serializable {
  private static final int SHOWN_CHARS = 1000;

  IllegalStateException ofEvent(Event event, Throwable cause) {
    String json = event.toString();
    String shown = json.length() > SHOWN_CHARS ? json.substring(0, SHOWN_CHARS) + "…" : json;
    return new IllegalStateException(
        "Failed to handle event in step '" + step + "': " + shown, cause);
  }

  IllegalStateException ofTimer(long at, String key, Throwable cause) {
    return new IllegalStateException(
        "Failed to handle timer in step '"
            + step
            + "': at "
            + Instant.ofEpochMilli(at)
            + " for key "
            + key,
        cause);
  }
}
