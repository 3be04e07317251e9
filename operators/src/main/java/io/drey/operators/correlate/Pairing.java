// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import java.io.Serializable;

/** Creates the result for a request and its response. */
@FunctionalInterface
public interface Pairing<T, R> extends Serializable {
  /**
   * Creates the result.
   *
   * @param durationMillis from the request to the response; negative, within the skew, if the
   *     response has the earlier timestamp
   */
  R pair(T request, T response, long durationMillis);

  /**
   * Creates the result from the timestamps too; for events whose times are finer than milliseconds.
   */
  default R pair(T request, long requestMillis, T response, long responseMillis) {
    return pair(request, response, responseMillis - requestMillis);
  }
}
