// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import java.time.Duration;
import java.util.List;

/** A round out-of-orderness that takes in what was seen. */
final class Disorder {
  private static final List<Integer> SECONDS =
      List.of(0, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600);

  private Disorder() {}

  /** The least that takes in such a lateness, in milliseconds; the largest if none does. */
  static Duration of(long lateness) {
    for (int seconds : SECONDS) {
      if (seconds * 1000L >= lateness) {
        return Duration.ofSeconds(seconds);
      }
    }
    return Duration.ofHours(1);
  }
}
