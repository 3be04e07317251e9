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
  /** A window for events with limits of their own, of which those that pass are counted. */
  static FixedWindow ofEventLimits(long per) {
    return new FixedWindow(Long.MAX_VALUE, per, false);
  }

  @Nullable WindowCount after(@Nullable WindowCount before, long time) {
    return after(before, time, limit);
  }

  /** The same for an event with this limit. */
  @Nullable WindowCount after(@Nullable WindowCount before, long time, long most) {
    long start = windowOf(time);
    if (before == null || start > before.start()) {
      return counted(start, 1, most);
    }
    return counted(before.start(), before.count() + 1, most);
  }

  private @Nullable WindowCount counted(long start, long count, long most) {
    return count <= most || countsLimited ? new WindowCount(start, count) : null;
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
