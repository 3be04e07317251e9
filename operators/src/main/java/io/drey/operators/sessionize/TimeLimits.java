// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import io.drey.operators.internal.Instants;
import io.drey.operators.internal.Spans;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When time alone closes a session.
 *
 * @param gap in ms; {@link #NONE} if no gap closes it
 * @param maxDuration in ms; {@link #NONE} for no limit
 */
record TimeLimits(long gap, long maxDuration) implements Serializable {
  static final long NONE = -1;

  static TimeLimits of(SessionizeOptions options, SessionFunctions<?> functions) {
    return new TimeLimits(millis(options.gapFor(functions)), millis(options.maxDuration()));
  }

  private static long millis(@Nullable Duration duration) {
    return duration == null ? NONE : Spans.millis(duration);
  }

  /** The last instant (ms) at which an event still belongs to a session. */
  long deadline(long start, long end) {
    return Math.min(after(end, gap), after(start, maxDuration));
  }

  /** The reason for which a session closes once its deadline has passed. */
  CloseReason reason(long start, long end) {
    if (gap != NONE && after(end, gap) <= after(start, maxDuration)) {
      return CloseReason.GAP;
    }
    return maxDuration == NONE ? CloseReason.END_OF_INPUT : CloseReason.MAX_DURATION;
  }

  private static long after(long instant, long limit) {
    return limit == NONE ? Long.MAX_VALUE : Instants.plus(instant, limit);
  }
}
