// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.function;

import io.drey.operators.event.Event;
import java.io.Serializable;
import java.time.Instant;

/**
 * The failure of a job whose function threw: names the step, and the event or timer at fault.
 *
 * @param step the id of the function's step
 */
record CallFailure(String step) implements Serializable {
  private static final int SHOWN_CHARS = 1000;

  IllegalStateException ofEvent(Event event, Throwable cause) {
    String json = event.toString();
    String shown = json.length() > SHOWN_CHARS ? json.substring(0, SHOWN_CHARS) + "…" : json;
    return failed("event", cause, shown);
  }

  IllegalStateException ofTimer(long at, String key, Throwable cause) {
    return failed("timer", cause, Instant.ofEpochMilli(at) + " of key " + key);
  }

  private IllegalStateException failed(String what, Throwable cause, String shown) {
    return new IllegalStateException(
        "Cannot handle "
            + what
            + " in step '"
            + step
            + "': "
            + FunctionClass.reason(cause)
            + " ("
            + what
            + ": "
            + shown
            + ")",
        cause);
  }
}
