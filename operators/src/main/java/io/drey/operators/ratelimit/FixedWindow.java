// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.internal.Instants;
import org.jspecify.annotations.Nullable;

/**
 * The first {@code limit} events of each window {@code [n·per, (n+1)·per)} pass. An event older
 * than the latest window counts in the latest.
 *
 * @param per in ms
 * @param countsLimited whether limited events are counted too
 */
record FixedWindow(long limit, long per, boolean countsLimited) implements Limit<WindowCount> {
  @Override
  public @Nullable WindowCount after(@Nullable WindowCount before, long time) {
    long start = windowOf(time);
    if (before == null || start > before.start()) {
      return new WindowCount(start, 1);
    }
    long count = before.count() + 1;
    return count <= limit || countsLimited ? new WindowCount(before.start(), count) : null;
  }

  private long windowOf(long time) {
    long start = time - Math.floorMod(time, per);
    // The first window of all cannot start on a multiple: that would underflow.
    return start > time ? Long.MIN_VALUE : start;
  }

  @Override
  public boolean hasPassed(WindowCount after) {
    return after.count() <= limit;
  }

  @Override
  public long number(WindowCount after) {
    return after.count();
  }

  @Override
  public long staleFrom(WindowCount stored) {
    return Instants.plus(stored.start(), per);
  }
}
