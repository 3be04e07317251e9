package io.drey.operators.ratelimit;

import io.drey.operators.internal.Instants;
import org.jspecify.annotations.Nullable;

/**
 * The first {@code limit} events of each window {@code [n·per, (n+1)·per)} pass. One older than the
 * latest window counts in that.
 *
 * @param per in ms
 * @param countsLimited whether limited events are numbered on
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
    // The window at the very beginning of time has no room to start on a multiple.
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
  public long staleFrom(WindowCount kept) {
    return Instants.plus(kept.start(), per);
  }
}
