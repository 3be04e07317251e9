// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.internal.Instants;
import java.io.Serializable;

/**
 * The windows of time, in panes [n · pane, (n + 1) · pane) aligned to the epoch, each identified by
 * its last instant. A window ends with each pane, and begins {@code overlap} before it.
 *
 * @param pane in ms; 0 for one window of all time
 * @param overlap by how much a window is longer than a pane, in ms
 */
record Windows(long pane, long overlap) implements Serializable {
  private static final long ALL_TIME = 0;

  static Windows of(AggregateOptions options) {
    if (options.every() == null) {
      return new Windows(ALL_TIME, 0);
    }
    long pane = options.slide() == null ? options.everyMillis() : options.slideMillis();
    return new Windows(pane, options.everyMillis() - pane);
  }

  boolean areOne() {
    return pane == ALL_TIME;
  }

  /** Whether an instant is in several windows. */
  boolean areOverlapping() {
    return overlap > 0;
  }

  /** The last instant of the pane that contains an instant. */
  long last(long instant) {
    return areOne()
        ? Long.MAX_VALUE
        : Instants.plus(instant, pane - 1 - Math.floorMod(instant, pane));
  }

  /** The first instant of a pane. */
  long start(long last) {
    if (areOne()) {
      return Long.MIN_VALUE;
    }
    long start = last - Math.floorMod(last, pane);
    return start > last ? Long.MIN_VALUE : start;
  }

  /** The first instant of the window that ends with a pane. */
  long windowStart(long last) {
    long start = start(last);
    return start < Long.MIN_VALUE + overlap ? Long.MIN_VALUE : start - overlap;
  }

  /** The last instant of the last window with a pane. */
  long lastWindow(long last) {
    return Instants.plus(last, overlap);
  }
}
