// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import java.io.Serializable;

/** Creates the result for an event. */
@FunctionalInterface
interface Mark<T, R> extends Serializable {
  /**
   * Creates the result.
   *
   * @param number as in {@link CountMarker}; 0 if the limit does not number events
   */
  R mark(T event, boolean isLimited, long number);
}
