// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Other orders in which the same events may arrive. */
public final class Shuffles {
  private Shuffles() {}

  /**
   * An order in which no event is {@code outOfOrderness} ms or more behind one before it, and
   * events of the same instant keep their order.
   */
  public static <T> List<Timed<T>> within(
      long outOfOrderness, List<Timed<T>> input, Random random) {
    record Delayed<T>(Timed<T> event, long arrival) {}

    List<Timed<T>> sorted = new ArrayList<>(input);
    sorted.sort(Comparator.comparingLong(Timed::time));
    List<Delayed<T>> delayed = new ArrayList<>();
    long previous = Long.MIN_VALUE;
    long delay = 0;
    for (Timed<T> event : sorted) {
      if (event.time() != previous) {
        delay = outOfOrderness == 0 ? 0 : random.nextLong(outOfOrderness);
        previous = event.time();
      }
      delayed.add(new Delayed<>(event, event.time() + delay));
    }
    delayed.sort(Comparator.comparingLong(Delayed::arrival));
    return delayed.stream().map(Delayed::event).toList();
  }
}
