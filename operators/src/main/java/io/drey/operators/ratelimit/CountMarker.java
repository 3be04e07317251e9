// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import java.io.Serializable;

/** Adds the number of an event within its window to the event. */
@FunctionalInterface
public interface CountMarker<T, R> extends Serializable {
  /**
   * Marks an event.
   *
   * @param number from 1, among all events of the key in the window; a number above the limit is
   *     beyond it
   */
  R mark(T event, long number);
}
