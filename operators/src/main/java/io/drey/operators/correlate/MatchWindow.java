// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import io.drey.operators.internal.Instants;
import io.drey.operators.internal.Spans;
import java.io.Serializable;

/**
 * The time range within which a request and a response pair.
 *
 * @param timeout how much later the response may be, in ms
 * @param skew how much earlier it may be, in ms
 */
record MatchWindow(long timeout, long skew) implements Serializable {
  static MatchWindow of(CorrelateOptions options) {
    return new MatchWindow(Spans.millis(options.timeout()), Spans.millis(options.skew()));
  }

  /** The last instant of a response to a request. */
  long endOfRequest(long at) {
    return Instants.plus(at, timeout);
  }

  /** The last instant of a request to a response. */
  long endOfResponse(long at) {
    return Instants.plus(at, skew);
  }

  boolean matches(long request, long response) {
    return response <= endOfRequest(request) && request <= endOfResponse(response);
  }

  /** Whether a request repeats a pending one. */
  boolean isRepeat(long request, long pending) {
    return request <= endOfRequest(pending);
  }
}
