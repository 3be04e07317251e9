// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.ArrayList;
import java.util.List;

/** Which events are late: by their order alone. */
public final class Lateness {
  private Lateness() {}

  /** The events that come more than {@code outOfOrderness} ms behind one before them. */
  public static <T> List<T> late(long outOfOrderness, List<Timed<T>> input) {
    List<T> late = new ArrayList<>();
    long latest = Long.MIN_VALUE;
    for (Timed<T> event : input) {
      if (isLate(event.time(), latest, outOfOrderness)) {
        late.add(event.value());
      }
      latest = Math.max(latest, event.time());
    }
    return late;
  }

  static boolean isLate(long time, long latest, long outOfOrderness) {
    return latest != Long.MIN_VALUE && time <= latest - outOfOrderness - 1;
  }
}
