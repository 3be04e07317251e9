// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.inspect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts instants in at most 120 bars of equal width, which doubles from one second on whenever
 * they do not span all instants any more.
 */
public final class TimeHistogram {
  private static final int BARS = 120;
  private static final long FIRST_WIDTH = 1000;

  /** Beyond these years it is a mark rather than an instant, and would leave one bar for all. */
  private static final long LEAST = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();

  private static final long MOST = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();

  private long width = FIRST_WIDTH;

  /** Of the first bar, in widths since the epoch. */
  private long first;

  /** The number of bars in use. */
  private int used;

  private final long[] counts = new long[BARS];
  private long others;

  /**
   * A bar.
   *
   * @param from in milliseconds since the epoch
   * @param to likewise, exclusive
   */
  public record Bar(long from, long to, long count) {}

  void add(long millis) {
    if (millis < LEAST || millis > MOST) {
      others++;
      return;
    }
    long at = Math.floorDiv(millis, width);
    while (!includes(at)) {
      halve();
      at = Math.floorDiv(millis, width);
    }
    counts[(int) (at - first)]++;
  }

  /** Extends the bars in use to one more, unless that would be too many. */
  private boolean includes(long at) {
    if (used == 0) {
      first = at;
      used = 1;
    } else if (at < first && first + used - at <= BARS) {
      int by = (int) (first - at);
      System.arraycopy(counts, 0, counts, by, used);
      Arrays.fill(counts, 0, by, 0);
      first = at;
      used += by;
    } else if (at >= first + used && at - first < BARS) {
      used = (int) (at - first) + 1;
    }
    return at >= first && at < first + used;
  }

  private void halve() {
    long half = Math.floorDiv(first, 2);
    int shift = (int) (first - 2 * half);
    for (int i = 0; i < used; i++) {
      long count = counts[i];
      counts[i] = 0;
      counts[(i + shift) / 2] += count;
    }
    used = (used + shift + 1) / 2;
    first = half;
    width *= 2;
  }

  /** The bars from the earliest instant to the latest, with those that are empty. */
  public List<Bar> bars() {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < used; i++) {
      bars.add(new Bar((first + i) * width, (first + i + 1) * width, counts[i]));
    }
    return bars;
  }

  /** How many are beyond the years 1 to 9999. */
  public long others() {
    return others;
  }
}
