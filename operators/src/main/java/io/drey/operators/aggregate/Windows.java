// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.internal.Instants;
import java.io.Serializable;

/**
 * The windows [n · every, (n + 1) · every) aligned to the epoch, each identified by its last
 * instant.
 *
 * @param every in ms; 0 for one window of all time
 */
record Windows(long every) implements Serializable {
  private static final long ALL_TIME = 0;

  static Windows of(AggregateOptions options) {
    return new Windows(options.every() == null ? ALL_TIME : options.everyMillis());
  }

  boolean areOne() {
    return every == ALL_TIME;
  }

  /** The last instant of the window that contains an instant. */
  long last(long instant) {
    return areOne()
        ? Long.MAX_VALUE
        : Instants.plus(instant, every - 1 - Math.floorMod(instant, every));
  }

  /** The first instant of a window. */
  long start(long last) {
    if (areOne()) {
      return Long.MIN_VALUE;
    }
    long start = last - Math.floorMod(last, every);
    return start > last ? Long.MIN_VALUE : start;
  }
}
