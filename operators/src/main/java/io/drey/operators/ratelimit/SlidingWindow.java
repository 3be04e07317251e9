// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.internal.Instants;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An event passes iff fewer than {@code limit} passed events have a timestamp in {@code (time −
 * per, time]}: iff the {@code limit}-th last of them is before that range.
 *
 * <p>Timestamps that are no longer needed are dropped as new ones are added, so that state holds
 * about as many as lie in the span, whatever the limit. An event reads at most one block; one event
 * in {@value #BLOCK} writes a block, and drops up to {@value #MOST_DROPPED}.
 */
final class SlidingWindow implements Limit<PassedTimes> {
  private static final long serialVersionUID = 1L;

  /** The number of timestamps in a block. */
  static final int BLOCK = 32;

  /** Up to this many in the span there are no blocks, and state is a single value. */
  static final int MOST_RECENT = 2 * BLOCK;

  /**
   * More than one, so that the blocks of a busier time are freed; few, so that no single event
   * takes long.
   */
  private static final int MOST_DROPPED = 2;

  private final long limit;
  private final long per;

  @SuppressWarnings("NullAway.Init") // in open
  private transient EarlierTimes earlier;

  /**
   * A window.
   *
   * @param per in ms
   */
  SlidingWindow(long limit, long per) {
    this.limit = limit;
    this.per = per;
  }

  void open(EarlierTimes blocks) {
    earlier = blocks;
  }

  /** A window for events with limits of their own. */
  static SlidingWindow ofEventLimits(long per) {
    return new SlidingWindow(Long.MAX_VALUE, per);
  }

  @Nullable PassedTimes after(@Nullable PassedTimes before, long time) throws Exception {
    return after(before, time, limit);
  }

  /** The same for an event with this limit. */
  @Nullable PassedTimes after(@Nullable PassedTimes before, long time, long most) throws Exception {
    if (most == 0) {
      return null;
    }
    if (before == null) {
      return new PassedTimes(0, 0, new long[] {time});
    }
    long now = Math.max(time, before.latest());
    return isFull(before, now, most) ? null : append(before, now);
  }

  private boolean isFull(PassedTimes times, long now, long most) throws Exception {
    long index = times.size() - most;
    if (index < 0) {
      return false;
    }
    long inBlocks = (long) times.blocks() * BLOCK;
    if (index >= inBlocks) {
      return isInSpan(times.recent()[(int) (index - inBlocks)], now);
    }
    long[] block = earlier.get(times.firstBlock() + index / BLOCK);
    // A block that the state TTL has freed has no timestamps in the span.
    return block != null && isInSpan(block[(int) (index % BLOCK)], now);
  }

  private PassedTimes append(PassedTimes before, long now) throws Exception {
    long[] recent = before.recent();
    int from = before.blocks() == 0 ? firstInSpan(recent, now) : 0;
    if (recent.length - from == MOST_RECENT) {
      return appendToBlocks(before, now);
    }
    return new PassedTimes(before.firstBlock(), before.blocks(), appended(recent, from, now));
  }

  private PassedTimes appendToBlocks(PassedTimes before, long now) throws Exception {
    long[] recent = before.recent();
    long next = before.firstBlock() + before.blocks();
    long first = dropBlocks(before.firstBlock(), next, now);
    earlier.put(next, Arrays.copyOf(recent, BLOCK));
    return new PassedTimes(first, (int) (next + 1 - first), appended(recent, BLOCK, now));
  }

  /** Drops the blocks before the span; returns the first one that remains. */
  private long dropBlocks(long first, long end, long now) throws Exception {
    long oldest = first;
    while (oldest < end && oldest < first + MOST_DROPPED && !reachesIntoSpan(oldest, now)) {
      earlier.remove(oldest);
      oldest++;
    }
    return oldest;
  }

  private boolean reachesIntoSpan(long number, long now) throws Exception {
    long[] block = earlier.get(number);
    return block != null && isInSpan(block[BLOCK - 1], now);
  }

  private int firstInSpan(long[] times, long now) {
    int first = 0;
    while (first < times.length && !isInSpan(times[first], now)) {
      first++;
    }
    return first;
  }

  private static long[] appended(long[] times, int from, long time) {
    int remaining = times.length - from;
    long[] longer = new long[remaining + 1];
    System.arraycopy(times, from, longer, 0, remaining);
    longer[remaining] = time;
    return longer;
  }

  /** Whether a timestamp that is not after {@code now} lies in the span that ends there. */
  private boolean isInSpan(long time, long now) {
    return Instants.areWithin(time, now, per);
  }

  @Override
  public long staleFrom(PassedTimes stored) {
    return Instants.plus(stored.latest(), per);
  }
}
