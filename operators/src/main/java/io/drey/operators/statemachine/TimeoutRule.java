// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import java.io.Serializable;
import java.time.Duration;

/**
 * The timeout of a state.
 *
 * @param after how long after the state was entered; an event at exactly that instant is in time
 * @param to the state to move to
 */
public record TimeoutRule(Duration after, String to) implements Serializable {
  public TimeoutRule {
    if (after.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("Invalid after: must be at least 1 ms but was " + after);
    }
  }

  /** The time in ms; {@link Long#MAX_VALUE} for longer. */
  long afterMillis() {
    return after.compareTo(Duration.ofMillis(Long.MAX_VALUE)) > 0
        ? Long.MAX_VALUE
        : after.toMillis();
  }
}
