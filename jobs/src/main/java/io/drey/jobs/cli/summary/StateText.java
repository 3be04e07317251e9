// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import io.drey.jobs.local.RunCounts;
import io.drey.jobs.local.StateSize;
import io.drey.jobs.text.CountText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much state a step holds, for people: {@code 1,234,567 keys, about 240 MiB}. */
public final class StateText {
  private static final long MEBIBYTE = 1 << 20;
  private static final double UNIT = 1024;
  private static final int FEW = 10;

  private StateText() {}

  /** The size; null where there is no state. */
  public static @Nullable String of(StateSize size) {
    if (size.entries() == 0) {
      return null;
    }
    String number =
        size.keys() > 0
            ? CountText.of(size.keys(), "key", "keys")
            : CountText.of(size.entries(), "entry", "entries");
    return number + ", about " + bytes(size.bytes());
  }

  /**
   * The state of a step that has ended; null if it had none. What was freed before is told only
   * where it took a lot more.
   */
  static @Nullable String atTheEnd(RunCounts counts, String step) {
    StateSize last = counts.state(step);
    StateSize largest = counts.largestState(step);
    return largest.bytes() - last.bytes() < MEBIBYTE ? of(last) : "at most " + of(largest);
  }

  private static String bytes(long bytes) {
    double size = bytes / UNIT;
    for (String unit : List.of("KiB", "MiB")) {
      if (size < UNIT) {
        return in(unit, size);
      }
      size /= UNIT;
    }
    return in("GiB", size);
  }

  private static String in(String unit, double size) {
    return String.format(Locale.ROOT, size < FEW ? "%.1f %s" : "%,.0f %s", size, unit);
  }
}
